package org.manypaths.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.manypaths.refusal.Blank;

/** Names, addresses, numbers to call, papers. */
final class PeopleSpeech {

    private PeopleSpeech() {}

    static String of(HumanName name) {
        if (name.hasText()) {
            return name.getText();
        }
        return Stream.of(
                        values(name.getPrefix()),
                        values(name.getGiven()),
                        name.hasFamily() ? Stream.of(name.getFamily()) : Stream.<String>empty(),
                        values(name.getSuffix()))
                .flatMap(part -> part)
                .collect(Collectors.joining(" "));
    }

    static String of(Address address) {
        if (address.hasText()) {
            return address.getText();
        }
        return Stream.concat(
                        values(address.getLine()),
                        Stream.of(
                                address.getCity(),
                                address.getDistrict(),
                                address.getState(),
                                address.getPostalCode(),
                                address.getCountry()))
                .filter(part -> !Blank.is(part))
                .collect(Collectors.joining(", "));
    }

    static String of(ContactPoint contact) {
        List<String> about = new ArrayList<>();
        if (contact.hasSystem()) {
            about.add(CodeWords.of(contact.getSystem().toCode()));
        }
        if (contact.hasUse()) {
            about.add(CodeWords.of(contact.getUse().toCode()));
        }
        String value = contact.hasValue() ? contact.getValue() : "";
        return about.isEmpty() || value.isEmpty() ? value : value + " (" + String.join(", ", about) + ")";
    }

    static String of(Attachment attachment) {
        String title = attachment.hasTitle() ? attachment.getTitle() : "a document";
        return attachment.hasContentType() ? title + " (" + attachment.getContentType() + ")" : title;
    }

    private static Stream<String> values(List<? extends PrimitiveType<String>> parts) {
        return parts.stream().map(PrimitiveType::getValue).filter(part -> !Blank.is(part));
    }
}
