package org.manypaths.audit;

import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.manypaths.consent.Basis;

/** An accounting of disclosures as the Parameters that its OperationDefinition promises. */
final class AccountingParameters {

    private AccountingParameters() {}

    /** @param names how an organisation is called, by its id */
    static Parameters of(AccountingRequest request, List<Disclosure> disclosures, UnaryOperator<String> names) {
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("person").setValue(new Reference("Patient/" + request.person()));
        parameters.addParameter().setName("start").setValue(new DateTimeType(Date.from(request.from())));
        request.recipient()
                .ifPresent(id ->
                        parameters.addParameter().setName("recipient").setValue(new Reference("Organization/" + id)));
        parameters
                .addParameter()
                .setName("sentence")
                .setValue(new StringType(AccountingWords.sentence(request, disclosures.size(), names)));
        disclosures.forEach(
                disclosure -> add(disclosure, parameters.addParameter().setName("disclosure")));
        return parameters;
    }

    private static void add(Disclosure disclosure, ParametersParameterComponent part) {
        part.addPart().setName("date").setValue(new DateTimeType(Date.from(disclosure.date())));
        Reference recipient = new Reference().setDisplay(disclosure.recipient());
        disclosure.organization().ifPresent(id -> recipient.setReference("Organization/" + id));
        part.addPart().setName("recipient").setValue(recipient);
        disclosure
                .address()
                .ifPresent(address -> part.addPart().setName("address").setValue(new StringType(address)));
        if (disclosure.times() > 1) {
            part.addPart().setName("times").setValue(new IntegerType(disclosure.times()));
        }
        part.addPart().setName("what").setValue(new StringType(disclosure.what()));
        disclosure.records().forEach(record -> part.addPart().setName("record").setValue(new Reference(record)));
        disclosure
                .purpose()
                .ifPresent(purpose -> part.addPart().setName("purpose").setValue(PurposeCodes.concept(purpose)));
        disclosure.basis().ifPresent(basis -> part.addPart()
                .setName("basis")
                .setValue(new StringType(Basis.valueOf(basis).paragraph())));
        disclosure
                .consent()
                .ifPresent(consent -> part.addPart().setName("consent").setValue(new Reference("Consent/" + consent)));
    }
}
