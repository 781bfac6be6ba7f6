package org.manypaths.reception;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** What a document says otherwise of a person who is known here than the receiver does: it is told, and not written. */
final class PersonComparison {

    private final Receipt receipt;

    private PersonComparison(Receipt receipt) {
        this.receipt = receipt;
    }

    static void tell(Patient here, Patient there, Receipt receipt) {
        PersonComparison comparison = new PersonComparison(receipt);
        comparison.compare("name", here.getName(), there.getName());
        comparison.compare("date of birth", List.of(here.getBirthDateElement()), List.of(there.getBirthDateElement()));
        comparison.compare("gender", List.of(here.getGenderElement()), List.of(there.getGenderElement()));
        comparison.compare("telephone", here.getTelecom(), there.getTelecom());
        comparison.compare("address", here.getAddress(), there.getAddress());
    }

    private void compare(String element, List<? extends Base> here, List<? extends Base> there) {
        List<String> ours = words(here);
        List<String> theirs = words(there);
        if (!theirs.isEmpty() && !ours.containsAll(theirs)) {
            receipt.differs(element, String.join(", ", ours), String.join(", ", theirs));
        }
    }

    private static List<String> words(List<? extends Base> values) {
        List<String> words = new ArrayList<>();
        values.stream().map(PersonComparison::words).filter(Objects::nonNull).forEach(words::add);
        return words;
    }

    private static @Nullable String words(Base value) {
        if (value instanceof HumanName name) {
            return name.getNameAsSingleString();
        }
        if (value instanceof ContactPoint contact) {
            return contact.getValue();
        }
        if (value instanceof Address address) {
            return String.join(
                    " ",
                    Stream.of(address.getLine().toString(), String.valueOf(address.getCity()))
                            .toList());
        }
        return value.primitiveValue();
    }
}
