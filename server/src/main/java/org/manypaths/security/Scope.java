package org.manypaths.security;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One SMART scope for resources, in the form of version 2; one of version 1 is read as its equal of version 2.
 *
 * @param type a resource type or {@code *}
 * @param constraints search criteria that each resource must meet; none: any resource of the type
 */
public record Scope(Context context, String type, Set<Interaction> interactions, List<Constraint> constraints) {

    /** The type that stands for all. */
    public static final String ANY = "*";

    private static final Pattern FORM = Pattern.compile(
            "(?<context>patient|user|system)/(?<type>\\*|[A-Z][A-Za-z]{1,63})\\.(?<what>[a-z*]{1,5})(?:\\?(?<query>.+))?");

    /** A parameter of the type itself; of those of every type the id alone. */
    private static final Pattern CRITERION = Pattern.compile("_id|[a-z][A-Za-z0-9-]*");

    /** Whose records the scope speaks of. */
    public enum Context {
        /** Those of the one person that the token names. */
        PATIENT,
        /** Those that the signed-in user may see. */
        USER,
        /** Those that the client may see by itself. */
        SYSTEM;

        String word() {
            return switch (this) {
                case PATIENT -> "patient";
                case USER -> "user";
                case SYSTEM -> "system";
            };
        }
    }

    /** A search criterion such as {@code category=laboratory}; the value is decoded. */
    public record Constraint(String name, String value) {}

    public Scope {
        interactions = Set.copyOf(interactions);
        constraints = List.copyOf(constraints);
    }

    /** Whether the text has the form of a scope for resources, good or bad. */
    static boolean isForResources(String text) {
        return text.startsWith("patient/") || text.startsWith("user/") || text.startsWith("system/");
    }

    static Scope of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new ScopeException("A scope for resources has the form system/Observation.rs: " + text);
        }
        Context context = Context.valueOf(matcher.group("context").toUpperCase(Locale.ROOT));
        String query = matcher.group("query");
        return new Scope(
                context,
                matcher.group("type"),
                interactions(matcher.group("what")),
                query == null ? List.of() : constraints(query));
    }

    private static Set<Interaction> interactions(String what) {
        return switch (what) {
            case "read" -> EnumSet.of(Interaction.READ, Interaction.SEARCH);
            case "write" -> EnumSet.of(Interaction.CREATE, Interaction.UPDATE, Interaction.DELETE);
            case "*" -> EnumSet.allOf(Interaction.class);
            default -> Interaction.parse(what);
        };
    }

    private static List<Constraint> constraints(String query) {
        return Arrays.stream(query.split("&", -1)).map(Scope::constraint).toList();
    }

    private static Constraint constraint(String pair) {
        int equals = pair.indexOf('=');
        if (equals < 1 || equals == pair.length() - 1) {
            throw new ScopeException(
                    "After the question mark of a scope stand criteria such as category=laboratory: " + pair);
        }
        String name = decoded(pair.substring(0, equals));
        if (!CRITERION.matcher(name).matches()) {
            throw new ScopeException("A scope is limited by search parameters of the type itself, such as category,"
                    + " without modifier, chain or _has: " + name);
        }
        return new Constraint(name, decoded(pair.substring(equals + 1)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ScopeException("The criteria of a scope are not encoded as in a URL: " + text);
        }
    }

    /** Only what would end the scope, the criterion or the encoding. */
    private static String encoded(String text) {
        return text.replace("%", "%25").replace("&", "%26").replace("+", "%2B").replace(" ", "%20");
    }

    boolean allows(String wanted, Interaction interaction) {
        return speaksOf(wanted) && interactions.contains(interaction);
    }

    private boolean speaksOf(String wanted) {
        return type.equals(ANY) || type.equals(wanted);
    }

    /** Whether whoever holds this one loses nothing and gains nothing by also holding the other, for one interaction. */
    boolean covers(Scope other, Interaction interaction) {
        return context == other.context
                && allows(other.type, interaction)
                && Set.copyOf(other.constraints).containsAll(constraints);
    }

    /** The scope as version 2 writes it, the letters in order. */
    @Override
    public String toString() {
        String letters = new TreeSet<>(interactions)
                .stream()
                        .map(interaction -> String.valueOf(interaction.letter()))
                        .collect(Collectors.joining());
        String criteria = constraints.stream()
                .map(constraint -> encoded(constraint.name()) + "=" + encoded(constraint.value()))
                .collect(Collectors.joining("&"));
        return context.word() + "/" + type + "." + letters + (criteria.isEmpty() ? "" : "?" + criteria);
    }
}
