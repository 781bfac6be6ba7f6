package org.manypaths.reception;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Outcomes;

/** Collects what is said to whoever brought a document; kept, so that the same document always has the same answer. */
final class Receipt {

    private final List<ParametersParameterComponent> records = new ArrayList<>();
    private final List<Issue> issues = new ArrayList<>();
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

    void record(String source, String place, Outcome outcome) {
        record(source, place, outcome, List.of());
    }

    /**
     * @param place where it is here, as {@code Type/id}; empty if nowhere
     * @param differences the elements that tell something else here than in the document
     */
    void record(String source, String place, Outcome outcome, List<String> differences) {
        counts.merge(outcome, 1, Integer::sum);
        ParametersParameterComponent record = new ParametersParameterComponent().setName("record");
        record.addPart().setName("source").setValue(new UriType(source));
        if (!place.isEmpty()) {
            record.addPart().setName("target").setValue(new Reference(place));
        }
        record.addPart().setName("outcome").setValue(new CodeType(outcome.code()));
        differences.forEach(element -> record.addPart().setName("difference").setValue(new StringType(element)));
        records.add(record);
    }

    void notUnderstood(String path, List<Issue> why) {
        String reasons = why.stream().map(Issue::problem).distinct().limit(3).collect(Collectors.joining(" "));
        issues.add(Remark.NOT_UNDERSTOOD
                .issue("A record could not be stored here: " + reasons)
                .remedy("It is in the document, which is kept whole.")
                .at(path));
    }

    void keptLocal(String place) {
        issues.add(Remark.KEPT_LOCAL
                .issue(place + " was changed here since it arrived, and the document tells something else.")
                .remedy("Nothing was overwritten: compare the two, and store what holds."));
    }

    void keptOtherSender(String place) {
        issues.add(Remark.KEPT_OTHER_SENDER
                .issue("Another sender told of " + place
                        + ", or the same one signed off what it told, and this document tells something else.")
                .remedy("Nothing was overwritten: compare the two, and store what holds."));
    }

    /** @param others documents here that have a name of this one and are not its sender's, as far as anybody knows */
    void besides(int others) {
        if (others > 0) {
            issues.add(Remark.KEPT_OTHER_SENDER
                    .issue(
                            "An earlier document here has the name that this one gives its handoff or refers to, and nothing"
                                    + " shows that the same sender sent both.")
                    .remedy("It takes no other's place, and has a task of its own: ask its sender whether it is to."));
        }
    }

    void differs(String element, String here, String there) {
        issues.add(Remark.KEPT_LOCAL
                .issue("The person's " + element + " is " + here + " here and " + there + " there.")
                .remedy("Nothing was overwritten: ask the person which holds."));
    }

    void possible(Patient other) {
        issues.add(Remark.POSSIBLE_MATCH
                .issue("Patient/" + other.getIdElement().getIdPart()
                        + " has the same family name and date of birth, and no identifier in common.")
                .remedy("Nobody was merged: find out whether it is the same person."));
    }

    void lost(String reference) {
        issues.add(Remark.REFERENCE_LOST
                .issue(reference + " is referred to and was not in the document.")
                .remedy("The words of the reference stay; ask the sender where more is needed."));
    }

    Parameters write(String patient, String task, String document) {
        Parameters parameters = new Parameters();
        List<Issue> all = new ArrayList<>();
        all.add(Remark.UNDERSTOOD.issue(sentence()));
        all.addAll(issues);
        parameters.addParameter().setName("understood").setResource(Outcomes.of(all));
        parameters.addParameter().setName("patient").setValue(new Reference(patient));
        parameters.addParameter().setName("task").setValue(new Reference(task));
        parameters.addParameter().setName("document-reference").setValue(new Reference(document));
        records.forEach(parameters::addParameter);
        return parameters;
    }

    private String sentence() {
        return "Of " + records.size() + " records: "
                + counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " "
                                + entry.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", "))
                + ".";
    }
}
