package org.manypaths.narrative;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Base64BinaryType;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Signature;
import org.hl7.fhir.r4.model.Timing;

/** Says any value of FHIR in words for people. Depends on nothing but the value. */
final class Speech {

    private final ConceptSpeech concepts;
    private final ReferenceSpeech references;

    Speech(ConceptSpeech concepts) {
        this.concepts = concepts;
        this.references = new ReferenceSpeech(concepts);
    }

    /** The values that can be said, in their order, none twice; records without a name are counted. */
    List<String> all(List<? extends Base> values) {
        return references.counted(values, this::of);
    }

    Optional<String> of(Base value) {
        return said(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    private Optional<String> said(Base value) {
        if (value.isPrimitive()) {
            return Optional.ofNullable(primitive(value));
        } else if (value instanceof CodeableConcept concept) {
            return concepts.of(concept);
        } else if (value instanceof Coding coding) {
            return Optional.of(concepts.of(coding));
        } else if (value instanceof Reference reference) {
            return references.of(reference);
        } else if (value instanceof Extension extension) {
            return extension.hasValue() ? of(extension.getValue()) : Optional.empty();
        } else if (value instanceof Annotation note) {
            return Optional.ofNullable(note.getText());
        }
        return MeasureSpeech.canSay(value) ? MeasureSpeech.of(value) : compound(value);
    }

    private Optional<String> compound(Base value) {
        if (value instanceof Dosage dosage) {
            return new DosageSpeech(concepts).of(dosage);
        } else if (value instanceof Timing timing) {
            return new DosageSpeech(concepts).of(timing);
        } else if (value instanceof HumanName name) {
            return Optional.of(PeopleSpeech.of(name));
        } else if (value instanceof Address address) {
            return Optional.of(PeopleSpeech.of(address));
        } else if (value instanceof ContactPoint contact) {
            return Optional.of(PeopleSpeech.of(contact));
        } else if (value instanceof Identifier identifier) {
            return Optional.ofNullable(identifier.getValue());
        } else if (value instanceof Attachment attachment) {
            return Optional.of(PeopleSpeech.of(attachment));
        } else if (value instanceof Signature signature) {
            return references
                    .of(signature.getWho())
                    .map(who -> who + (signature.hasWhen() ? ", " + DateSpeech.of(signature.getWhenElement()) : ""));
        }
        return Optional.empty();
    }

    private static String primitive(Base value) {
        if (value instanceof BooleanType truth) {
            return truth.hasValue() ? (truth.getValue() ? "yes" : "no") : "";
        } else if (value instanceof BaseDateTimeType date) {
            return DateSpeech.of(date);
        } else if (value instanceof Enumeration<?> || value instanceof CodeType) {
            return CodeWords.of(String.valueOf(value.primitiveValue()));
        } else if (value instanceof Base64BinaryType) {
            return "";
        }
        return value.primitiveValue();
    }
}
