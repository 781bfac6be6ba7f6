package org.manypaths.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;

/** Templates: that there are enough of them, and that they can be read. */
class TellingsTest {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates", "narrative");

    /** Told in another way: as the title, at the end, by the names of the parts, or of no use to a person. */
    private static final Set<String> TOLD_OTHERWISE = Set.of(
            "identifier",
            "meta",
            "text",
            "language",
            "subject",
            "patient",
            "for",
            "component",
            "status",
            "intent",
            "code",
            "category",
            "scope",
            "type",
            "ihrp-standing");

    @Test
    void everyProfileHasATemplateOfItsOwn() {
        Tellings tellings = Tellings.fromClassPath();
        assertThat(Told.profiles()).hasSizeGreaterThan(30);
        assertThat(Told.profiles())
                .extracting(StructureDefinition::getIdPart)
                .filteredOn(id -> tellings.named(id)
                        .filter(telling ->
                                !telling.title().isEmpty() && !telling.lines().isEmpty())
                        .isEmpty())
                .isEmpty();
    }

    /** What must be supported must be told: this is how a receiver that only shows text supports it. */
    @Test
    void everyTemplateTellsWhatItsProfileSaysMustBeSupported() {
        List<String> untold = new ArrayList<>();
        for (StructureDefinition profile : Told.profiles()) {
            String template = template(profile.getIdPart()) + "\n" + template("every");
            profile.getDifferential().getElement().stream()
                    .filter(ElementDefinition::getMustSupport)
                    .map(TellingsTest::asInATemplate)
                    .filter(name -> !name.isEmpty() && !TOLD_OTHERWISE.contains(name))
                    .filter(name -> !Pattern.compile("(?<![a-zA-Z.-])" + Pattern.quote(name) + "(?![a-zA-Z-])")
                            .matcher(template)
                            .find())
                    .forEach(name -> untold.add(profile.getIdPart() + ": " + name));
        }
        assertThat(untold).isEmpty();
    }

    /** The name of an extension, or of an element of the first level; empty for what lies deeper. */
    private static String asInATemplate(ElementDefinition element) {
        String[] path = element.getPath().split("\\.", -1);
        if (path.length != 2) {
            return "";
        }
        if (path[1].equals("extension")) {
            return element.getType().stream()
                    .flatMap(type -> type.getProfile().stream())
                    .map(url -> url.getValue().replaceAll(".*/", ""))
                    .collect(Collectors.joining());
        }
        return path[1].replace("[x]", "");
    }

    private static String template(String name) {
        return Told.text(TEMPLATES.resolve(name + ".txt"))
                .lines()
                .map(line -> line.startsWith("use ") ? template(line.substring("use ".length())) : line)
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void refusesATemplateThatCannotBeRead() {
        assertUnreadable("say Hello", "Not a line of a template: say Hello");
        assertUnreadable("fact Name", "A fact has a name and a path: Name");
        assertUnreadable("fact Name | some thing", "Not a path: some thing");
        assertUnreadable("says Hello {value", "Nothing closes { in: Hello {value");
        assertUnreadable("use nowhere", "There is no template nowhere");
    }

    private static void assertUnreadable(String line, String complaint) {
        assertThatThrownBy(() -> Tellings.of(Map.of("Basic", line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(complaint);
    }
}
