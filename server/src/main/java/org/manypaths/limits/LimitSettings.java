package org.manypaths.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one request may ask of the server.
 *
 * @param body the body as it comes over the wire
 * @param unpacked the body after gzip
 * @param entries of a Bundle
 * @param depth of JSON or XML
 * @param string one string, attachments included
 * @param count {@code _count} of a search
 * @param includes resources that one page brings along by {@code _include} and {@code _revinclude}
 * @param includeDepth {@code :iterate} parameters of one search
 * @param chain links in one chained parameter
 * @param has {@code _has} in one parameter
 * @param alternatives values of one parameter, separated by commas
 * @param url path and query
 * @param expansion codes of one expanded value set
 * @param query one question to the database
 * @param request all questions of a request that only reads
 * @param transaction all of a request that writes
 */
@ConfigurationProperties("manypaths.limits")
public record LimitSettings(
        @DefaultValue("25MB") DataSize body,
        @DefaultValue("100MB") DataSize unpacked,
        @DefaultValue("10000") int entries,
        @DefaultValue("64") int depth,
        @DefaultValue("10MB") DataSize string,
        @DefaultValue("500") int count,
        @DefaultValue("1000") int includes,
        @DefaultValue("3") int includeDepth,
        @DefaultValue("2") int chain,
        @DefaultValue("1") int has,
        @DefaultValue("100") int alternatives,
        @DefaultValue("8KB") DataSize url,
        @DefaultValue("1000") int expansion,
        @DefaultValue("10s") Duration query,
        @DefaultValue("30s") Duration request,
        @DefaultValue("600s") Duration transaction) {

    public LimitSettings {
        atLeastOne("body", body.toBytes());
        atLeastOne("unpacked", unpacked.toBytes());
        atLeastOne("entries", entries);
        atLeastOne("depth", depth);
        atLeastOne("string", string.toBytes());
        atLeastOne("count", count);
        atLeastOne("includes", includes);
        atLeastOne("url", url.toBytes());
        atLeastOne("alternatives", alternatives);
        atLeastOne("expansion", expansion);
        atLeastOne("query", query.toSeconds());
        atLeastOne("request", request.toSeconds());
        atLeastOne("transaction", transaction.toSeconds());
    }

    private static void atLeastOne(String key, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("manypaths.limits." + key + " must be at least 1");
        }
    }
}
