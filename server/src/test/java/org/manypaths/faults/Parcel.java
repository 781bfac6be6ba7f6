package org.manypaths.faults;

import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One transaction bundle of a person and some observations of them, all under one identifier and one tag.
 *
 * @param name unique; the value of the identifier and the code of the tag of every resource in it
 * @param observations how many there are beside the person
 */
record Parcel(String name, int observations) {

    static final String SYSTEM = "urn:manypaths:parcel";

    private static final int FEWEST = 4;
    private static final int MOST = 14;

    static Parcel of(String name, Random random) {
        return new Parcel(name, random.nextInt(FEWEST, MOST + 1));
    }

    int resources() {
        return observations + 1;
    }

    String json() {
        String person = "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        String entries = IntStream.range(0, observations)
                .mapToObj(index -> entry("Observation", "", """
                        "status":"final","code":{"text":"Days of use"},"subject":{"reference":"%s"},\
                        "effectiveDateTime":"2026-01-%02d","valueInteger":%d""".formatted(person, index + 1, index)))
                .collect(Collectors.joining(","));
        String patient = entry("Patient", "\"fullUrl\":\"" + person + "\",", "\"birthDate\":\"1980-01-01\"");
        return "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[%s,%s]}".formatted(entries, patient);
    }

    private String entry(String type, String fullUrl, String content) {
        return """
                {%s"resource":{"resourceType":"%s","meta":{"tag":[{"system":"%s","code":"%s"}]},\
                "identifier":[{"system":"%s","value":"%s"}],%s},"request":{"method":"POST","url":"%s"}}""".formatted(fullUrl, type, SYSTEM, name, SYSTEM, name, content, type);
    }
}
