package org.manypaths.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;
import org.manypaths.refusal.Issue;

/**
 * Keeps narrative to what a browser can show without doing anything: no script, no handlers, nothing fetched.
 *
 * @see <a href="https://hl7.org/fhir/R4/security.html#narrative">FHIR security, narrative</a>
 */
final class NarrativeRules {

    private static final Set<String> ACTIVE_ELEMENTS = Set.of(
            "script", "iframe", "frame", "object", "embed", "applet", "form", "input", "button", "link", "meta", "base",
            "svg", "math", "style", "video", "audio", "source");
    private static final Set<String> URL_ATTRIBUTES = Set.of("href", "src", "background", "action", "cite", "longdesc");

    /** A link that a person may follow; whatever is not listed (javascript:, data:, vbscript:, file:) is refused. */
    private static final Pattern LINK = Pattern.compile("(?:https?|mailto|tel):.*|#.*|[A-Za-z0-9._~%/-]+(?:[?#].*)?");

    /** A picture that comes with the resource. */
    private static final Pattern EMBEDDED_IMAGE =
            Pattern.compile("#.*|data:image/(?:png|gif|jpe?g);base64,[A-Za-z0-9+/=\\s]*");

    /** What dresses text where it stands; nothing that moves it elsewhere, covers other things or fetches. */
    private static final Pattern STYLE = Pattern.compile("(?:color|background(?:-color)?|font(?:-[a-z]+)*"
            + "|text-(?:align|decoration|transform)|border(?:-[a-z]+)*|padding(?:-[a-z]+)?|margin(?:-[a-z]+)?"
            + "|(?:max-|min-)?(?:width|height)|vertical-align|white-space|line-height|list-style-type|display|direction"
            + "|float|clear|overflow(?:-wrap)?|word-(?:break|wrap)|page-break-[a-z]+)");

    private static final Pattern STYLE_VALUE =
            Pattern.compile("(?!.*(?:^|[\\s,])-[\\d.])(?:[a-z0-9#%.,\\s\"'!_-]|rgba?\\([\\d.,%\\s]*\\))*");

    private NarrativeRules() {}

    static List<Issue> check(Resource resource) {
        List<Issue> issues = new ArrayList<>();
        ElementWalk.over(resource, (path, element) -> {
            if (element instanceof Narrative narrative && narrative.hasDiv()) {
                fault(narrative.getDiv()).ifPresent(fault -> issues.add(unsafe(fault, path + ".div")));
            }
        });
        return issues;
    }

    /** What is wrong with this markup, as the middle of a sentence. */
    private static Optional<String> fault(XhtmlNode node) {
        Optional<String> own = ownFault(node);
        return own.isPresent() || !node.hasChildren()
                ? own
                : node.getChildNodes().stream()
                        .flatMap(child -> fault(child).stream())
                        .findFirst();
    }

    private static Optional<String> ownFault(XhtmlNode node) {
        if (node.getName() == null) {
            return Optional.empty();
        }
        String name = node.getName().toLowerCase(Locale.ROOT);
        if (ACTIVE_ELEMENTS.contains(name)) {
            return Optional.of("the element <" + name + ">");
        }
        if (!node.hasAttributes()) {
            return Optional.empty();
        }
        return node.getAttributes().entrySet().stream()
                .filter(attribute -> isUnsafe(name, attribute))
                .findFirst()
                .map(attribute -> "the attribute " + attribute.getKey() + " of <" + name + ">");
    }

    private static boolean isUnsafe(String element, Entry<String, String> attribute) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        // Browsers skip blanks and control characters in a scheme, so "java\tscript:" is one.
        String value = Optional.ofNullable(attribute.getValue())
                .orElse("")
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        if (name.startsWith("on")) {
            return true;
        }
        if (name.equals("style")) {
            return Arrays.stream(value.toLowerCase(Locale.ROOT).split(";", -1))
                    .map(String::strip)
                    .anyMatch(declaration -> !declaration.isEmpty() && !isPlain(declaration));
        }
        if (!URL_ATTRIBUTES.contains(name) && !name.endsWith(":href")) {
            return false;
        }
        boolean link = element.equals("a") || name.equals("cite");
        return !(link ? LINK : EMBEDDED_IMAGE).matcher(value).matches();
    }

    private static boolean isPlain(String declaration) {
        String[] parts = declaration.split(":", 2);
        return parts.length == 2
                && STYLE.matcher(parts[0].strip()).matches()
                && STYLE_VALUE.matcher(parts[1].strip()).matches();
    }

    private static Issue unsafe(String fault, String path) {
        ValidationCode code = ValidationCode.UNSAFE_NARRATIVE;
        return Issue.error(
                        code.type(),
                        code.code(),
                        "The narrative holds " + fault + ", which could run or fetch something when it is shown.")
                .remedy(
                        "Send plain XHTML: text, tables, links, images only as data:image, and styles of text and boxes.")
                .at(path);
    }
}
