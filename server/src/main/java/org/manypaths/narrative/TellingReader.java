package org.manypaths.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manypaths.narrative.Telling.Condition;
import org.manypaths.narrative.Telling.Kind;
import org.manypaths.narrative.Telling.Line;

/**
 * Reads templates. Each line is one of
 *
 * <pre>
 * title TEXT
 * words PATH [or PATH]           the person's own words
 * says SENTENCE                  a sentence with {PATH} in it
 * alert SENTENCE                 the same, above everything
 * alert PATH | SENTENCE          one for each element that is found
 * fact NAME | PATH [or PATH]     a named value, or several
 * fact NAME | PATH | SENTENCE    the same, each value said by a sentence about it
 * use NAME                       the lines of another template, without its title
 * others                         the components that no line before named, by their own names
 * # anything                     a remark
 * </pre>
 *
 * and may begin with {@code if PATH:} or {@code unless PATH:}. {@link ElementPath} says what a path is.
 */
final class TellingReader {

    private static final Pattern CONDITION = Pattern.compile("(if|unless) (\\S+): (.*)");

    private static final Pattern COMPONENT = Pattern.compile("component\\[([a-z0-9-]+)]");
    private static final String OTHERS = "fact Also | component[!%s] | {code}: {value}";

    private final Function<String, String> texts;

    TellingReader(Function<String, String> texts) {
        this.texts = texts;
    }

    /**
     * The template of a name.
     *
     * @throws IllegalArgumentException if a line is none of the above
     */
    Telling read(String name) {
        return read(name, new TreeSet<>());
    }

    private Telling read(String name, Set<String> components) {
        String title = "";
        List<Line> lines = new ArrayList<>();
        for (String raw : texts.apply(name).lines().map(String::strip).toList()) {
            COMPONENT.matcher(raw).results().map(found -> found.group(1)).forEach(components::add);
            if (raw.startsWith("title ")) {
                title = raw.substring("title ".length());
            } else if (raw.startsWith("use ")) {
                lines.addAll(read(raw.substring("use ".length()), components).lines());
            } else if (raw.equals("others")) {
                lines.add(line(OTHERS.formatted(String.join(",", components))));
            } else if (!raw.isEmpty() && !raw.startsWith("#")) {
                lines.add(line(raw));
            }
        }
        return new Telling(title, List.copyOf(lines));
    }

    private static Line line(String raw) {
        Matcher condition = CONDITION.matcher(raw);
        if (!condition.matches()) {
            return line(Optional.empty(), raw);
        }
        return line(
                Optional.of(new Condition(
                        ElementPath.parse(condition.group(2)),
                        condition.group(1).equals("if"))),
                condition.group(3));
    }

    private static Line line(Optional<Condition> when, String raw) {
        String[] words = raw.split(" ", 2);
        if (words.length < 2) {
            throw new IllegalArgumentException("Not a line of a template: " + raw);
        }
        String rest = words[1].strip();
        return switch (words[0]) {
            case "words" -> new Line(Kind.WORDS, when, "", Sentence.paths(rest), Optional.empty());
            case "says" -> sentence(Kind.SAYS, when, rest);
            case "alert" -> sentence(Kind.ALERT, when, rest);
            case "fact" -> fact(when, rest.split(" \\| ", -1));
            default -> throw new IllegalArgumentException("Not a line of a template: " + raw);
        };
    }

    private static Line sentence(Kind kind, Optional<Condition> when, String text) {
        String[] parts = text.split(" \\| ", 2);
        String path = parts.length == 2 ? parts[0] : ".";
        return new Line(
                kind, when, "", Sentence.paths(path), Optional.of(Sentence.parse(parts[parts.length - 1].strip())));
    }

    private static Line fact(Optional<Condition> when, String[] parts) {
        if (parts.length < 2) {
            throw new IllegalArgumentException("A fact has a name and a path: " + String.join(" | ", parts));
        }
        return new Line(
                Kind.FACT,
                when,
                parts[0].strip(),
                Sentence.paths(parts[1]),
                parts.length > 2 ? Optional.of(Sentence.parse(parts[2].strip())) : Optional.empty());
    }
}
