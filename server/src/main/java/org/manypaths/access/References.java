package org.manypaths.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;

/** The references of a record: to walk over, and to take out without a trace. */
public final class References {

    /** Types of what is about nobody: who, where and with what. It tells nothing of a person by standing in their record. */
    public static final Set<String> OF_NOBODY = Set.of(
            "Endpoint",
            "HealthcareService",
            "Location",
            "Medication",
            "Organization",
            "Practitioner",
            "PractitionerRole",
            "Substance");

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://([^/?#]+?)(?::(?:80|443))?(/.*)?");

    private References() {}

    /**
     * Makes those references that lead to this server by its address the same as those that name type and id alone.
     *
     * @param base the address of the FHIR endpoint
     */
    public static void localize(Base element, String base) {
        visit(element, reference -> local(String.valueOf(reference.getReference()), base)
                .ifPresent(reference::setReference));
    }

    /** What stands behind the base; however the scheme, the host and doubled slashes are written. */
    private static Optional<String> local(String literal, String base) {
        if (!literal.contains("://")) {
            return Optional.empty();
        }
        String start = plain(base) + "/";
        return Optional.of(plain(literal))
                .filter(address -> address.startsWith(start))
                .map(address -> address.substring(start.length()));
    }

    private static String plain(String address) {
        Matcher parts = ADDRESS.matcher(address);
        return parts.matches()
                ? "//" + parts.group(1).toLowerCase(Locale.ROOT)
                        + Optional.ofNullable(parts.group(2)).orElse("").replaceAll("/+", "/")
                : address;
    }

    /** Hands over every reference of a record, those in extensions and contained records too. */
    public static void visit(Base element, Consumer<Reference> visitor) {
        if (element instanceof Reference reference) {
            visitor.accept(reference);
        }
        if (element instanceof Narrative || isBare(element)) {
            return;
        }
        for (Property child : element.children()) {
            child.getValues().forEach(value -> visit(value, visitor));
        }
    }

    /** Hands over every code of a record, those in extensions too, and not those in contained records or its labels. */
    static void visitCodings(Base element, Consumer<Coding> visitor) {
        if (element instanceof Coding coding) {
            visitor.accept(coding);
            return;
        }
        if (element instanceof Narrative || element instanceof Meta || element.isPrimitive()) {
            return;
        }
        for (Property child : element.children()) {
            if (!"contained".equals(child.getName())) {
                child.getValues().forEach(value -> visitCodings(value, visitor));
            }
        }
    }

    /** What most of a record is made of, and refers to nothing: values and codes without extensions. */
    private static boolean isBare(Base element) {
        if (!(element instanceof Element part) || part.hasExtension()) {
            return false;
        }
        return element.isPrimitive()
                || (element instanceof Coding coding
                        && (!coding.hasSystem() || !coding.getSystemElement().hasExtension())
                        && (!coding.hasVersion() || !coding.getVersionElement().hasExtension())
                        && (!coding.hasCode() || !coding.getCodeElement().hasExtension())
                        && (!coding.hasDisplay() || !coding.getDisplayElement().hasExtension())
                        && !coding.hasUserSelected());
    }

    /** {@code Type/id} without a version, {@code #id}, or nothing where the reference names no record. */
    public static String key(Reference reference) {
        if (!reference.hasReference()) {
            return "";
        }
        String literal = reference.getReference();
        return literal.startsWith("#")
                ? literal
                : reference.getReferenceElement().toVersionless().getValue();
    }

    /** Leaves nothing of a reference; the record that holds it is to be {@linkplain #prune pruned} afterwards. */
    public static void forget(Reference reference) {
        reference.setReference(null);
        reference.setResource(null);
        reference.setDisplay(null);
        reference.setIdentifier(null);
        reference.setType(null);
        reference.setExtension(null);
    }

    /** Takes out extensions, inputs and outputs whose only content is gone: they mean nothing. */
    public static void prune(Base element) {
        if (element instanceof Narrative) {
            return;
        }
        if (element instanceof Task task) {
            task.getInput().removeIf(input -> !input.hasValue());
            task.getOutput().removeIf(output -> !output.hasValue());
        }
        for (Property child : element.children()) {
            child.getValues().forEach(References::prune);
        }
        List<Extension> extensions = element instanceof DomainResource resource
                ? resource.getExtension()
                : element instanceof Element part ? part.getExtension() : List.of();
        if (!extensions.isEmpty()) {
            extensions.removeIf(extension -> !extension.hasValue() && !extension.hasExtension());
        }
    }
}
