package org.manypaths.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/**
 * Finds where a narrative of this server and the data of its resource say different things.
 *
 * <p>Only words that claim to be made of the data are judged: a narrative that is {@code additional} may say more, and
 * one of another system may say it otherwise.
 */
public final class NarrativeCheck {

    private static final Set<String> LINES = Set.of("p", "dt", "dd");

    private final NarrativeWriter writer;

    public NarrativeCheck(NarrativeWriter writer) {
        this.writer = writer;
    }

    /**
     * What the narrative and the data do not agree about.
     *
     * @param missing what the data say and the narrative does not
     * @param unfounded what the narrative says and the data do not
     */
    public record Contradictions(List<String> missing, List<String> unfounded) {

        public boolean isEmpty() {
            return missing.isEmpty() && unfounded.isEmpty();
        }
    }

    public Contradictions check(DomainResource resource) {
        if (!resource.getText().hasDiv() || resource.getText().getStatus() == NarrativeStatus.ADDITIONAL) {
            return new Contradictions(List.of(), List.of());
        }
        List<String> told = lines(resource.getText().getDiv()).toList();
        List<String> founded = lines(writer.narrative(resource).getDiv()).toList();
        return new Contradictions(without(founded, told), without(told, founded));
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> rest = new ArrayList<>(lines);
        others.forEach(rest::remove);
        return rest;
    }

    /** Names and values together: a date under another name is another fact. */
    private static Stream<String> lines(XhtmlNode div) {
        List<String> lines = new ArrayList<>();
        collect(div, lines);
        List<String> named = new ArrayList<>();
        String name = "";
        for (String line : lines) {
            if (line.startsWith("dt ")) {
                name = line.substring("dt ".length());
            } else {
                named.add(line.startsWith("dd ") ? name + ": " + line.substring("dd ".length()) : line.substring(2));
            }
        }
        return named.stream();
    }

    private static void collect(XhtmlNode node, List<String> lines) {
        if (node.getNodeType() != NodeType.Element) {
            return;
        }
        if (LINES.contains(node.getName())) {
            lines.add(node.getName() + " "
                    + node.allText().replaceAll("\\s+", " ").strip());
        } else {
            node.getChildNodes().forEach(child -> collect(child, lines));
        }
    }
}
