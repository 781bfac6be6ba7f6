package org.manypaths.database;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.config.HibernatePropertiesProvider;
import ca.uhn.fhir.jpa.config.util.HapiEntityManagerFactoryUtil;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import javax.sql.DataSource;
import org.manypaths.limits.LimitSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.autoconfigure.orm.jpa.JpaProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/** The schema, the entity manager and the transactions over it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JpaProperties.class)
class DatabaseConfiguration {

    @Bean
    StatementDeadlines statementDeadlines() {
        StatementDeadlines deadlines = new StatementDeadlines();
        deadlines.start();
        return deadlines;
    }

    /** H2 alone pays for a time limit with all that its sessions have parsed. */
    @Bean
    static BeanPostProcessor watchedDatabase(ObjectProvider<StatementDeadlines> deadlines) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool && DatabaseKind.ofUrl(pool.getJdbcUrl()) == DatabaseKind.H2
                        ? new WatchedDataSource(pool, deadlines.getObject())
                        : bean;
            }
        };
    }

    @Bean
    DatabaseKind databaseKind(DataSourceProperties properties) {
        return DatabaseKind.ofUrl(properties.determineUrl());
    }

    @Bean
    @Primary
    LocalContainerEntityManagerFactoryBean entityManagerFactory(
            ConfigurableListableBeanFactory beans,
            FhirContext fhirContext,
            JpaStorageSettings storage,
            DataSource dataSource,
            EntityManagerSettings settings) {
        DatabaseInspection inspection = new DatabaseInspection(dataSource, settings.kind());
        inspection.requireTrustworthy();
        SchemaMigration.run(dataSource, settings.kind());
        OwnSchema.run(dataSource, settings.kind());
        if (settings.kind() == DatabaseKind.H2) {
            PlannerFacts.tell(dataSource);
        }
        inspection.logSchemaVersion();
        LocalContainerEntityManagerFactoryBean factory =
                HapiEntityManagerFactoryUtil.newEntityManagerFactory(beans, fhirContext, storage);
        factory.setPersistenceUnitName("HAPI_PU");
        factory.setJpaPropertyMap(settings.properties());
        factory.setDataSource(dataSource);
        return factory;
    }

    @Bean
    EntityManagerSettings entityManagerSettings(DatabaseKind kind, JpaProperties jpa, LimitSettings limits) {
        Map<String, Object> properties = new java.util.HashMap<>(jpa.getProperties());
        properties.put("hibernate.dialect", kind.dialect().getName());
        properties.put(
                "jakarta.persistence.query.timeout",
                Math.toIntExact(limits.query().toMillis()));
        return new EntityManagerSettings(kind, properties);
    }

    @Bean
    @Primary
    HibernatePropertiesProvider hibernatePropertiesProvider() {
        return new HibernatePropertiesProvider();
    }

    @Bean
    @Primary
    JpaTransactionManager transactionManager(EntityManagerFactory entityManagerFactory, LimitSettings limits) {
        return new BoundedTransactions(entityManagerFactory, limits);
    }

    record EntityManagerSettings(DatabaseKind kind, Map<String, Object> properties) {}
}
