package org.manypaths.security;

import java.util.TreeSet;
import java.util.stream.Collectors;

/** A scope in words, for the person who is asked to allow it. */
public record Wish(String scope, String words) {

    static Wish of(String scope) {
        return new Wish(scope, Scope.isForResources(scope) ? words(Scope.of(scope)) : otherWords(scope));
    }

    private static String words(Scope scope) {
        String what =
                new TreeSet<>(scope.interactions()).stream().map(Wish::words).collect(Collectors.joining(", "));
        String kind = scope.type().equals(Scope.ANY) ? "all records" : "records of the kind " + scope.type();
        String whose = scope.context() == Scope.Context.PATIENT
                ? " about the one person it is opened with"
                : " that you may see";
        String limit = scope.constraints().isEmpty()
                ? ""
                : ", only where "
                        + scope.constraints().stream()
                                .map(constraint -> constraint.name() + " is " + constraint.value())
                                .collect(Collectors.joining(" and "));
        return what + " " + kind + whose + limit;
    }

    private static String words(Interaction interaction) {
        return switch (interaction) {
            case CREATE -> "add";
            case READ -> "read";
            case UPDATE -> "change";
            case DELETE -> "delete";
            case SEARCH -> "search";
        };
    }

    private static String otherWords(String scope) {
        return switch (scope) {
            case "openid" -> "know that it is you who signed in";
            case "fhirUser", "profile" -> "know your own entry among the people here";
            case "launch", "launch/patient" -> "know whose record it is opened with";
            case "offline_access" -> "go on for 30 days while you are away";
            case "online_access" -> "go on for the rest of a working day";
            default -> scope;
        };
    }
}
