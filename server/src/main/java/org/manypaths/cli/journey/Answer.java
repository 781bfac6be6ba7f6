package org.manypaths.cli.journey;

import com.fasterxml.jackson.databind.JsonNode;

/** What a server answered. */
record Answer(int status, JsonNode body, String text, String etag) {

    /** The codes of an OperationOutcome of ours. */
    boolean says(String code) {
        return text.contains("\"" + code + "\"");
    }

    /** How many a search found. */
    int total() {
        return body.path("total").asInt(body.path("entry").size());
    }
}
