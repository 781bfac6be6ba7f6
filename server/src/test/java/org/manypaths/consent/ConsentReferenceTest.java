package org.manypaths.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.manypaths.consent.Decision.Permit;

class ConsentReferenceTest {

    private static final int TRIPLES = 50_000;

    @Test
    void agreesWithASecondWritingOfTheLaw() {
        Samples samples = new Samples(20261122);
        Map<Basis, Integer> permits = new EnumMap<>(Basis.class);
        int denials = 0;
        int unasked = 0;
        for (int i = 0; i < TRIPLES; i++) {
            DisclosureRequest request = samples.request();
            List<ConsentRecord> consents = samples.consents();
            Relationships relationships = samples.relationships();
            Decision decision = ConsentRules.decide(request, consents, relationships);
            assertThat(decision).isNotNull();
            if (!ConsentRules.asksWhoTreats(request.record(), consents)) {
                assertThat(ConsentRules.decide(request, consents, withoutTreating(relationships)))
                        .as("triple %s does not ask who treats", i)
                        .isEqualTo(decision);
                unasked++;
            }
            List<Basis> bases = new SlowReference(request, consents, relationships).bases();
            List<Basis> decided = decision instanceof Permit permit ? List.of(permit.basis()) : List.of();
            assertThat(decided)
                    .as("triple %s: %s %s %s", i, request, consents, relationships)
                    .isEqualTo(bases.stream().limit(1).toList());
            decided.forEach(basis -> permits.merge(basis, 1, Integer::sum));
            denials += decided.isEmpty() ? 1 : 0;
        }
        assertThat(permits.keySet()).as("the sample reaches every basis").containsExactlyInAnyOrder(Basis.values());
        assertThat(permits.values())
                .as("and each more than a few times: %s", permits)
                .allMatch(count -> count >= 50);
        assertThat(denials).isGreaterThan(TRIPLES / 4);
        assertThat(unasked).isGreaterThan(TRIPLES / 10);
    }

    private static Relationships withoutTreating(Relationships relationships) {
        return new Relationships(Set.of(), relationships.serviceOrganizations(), relationships.documents());
    }
}
