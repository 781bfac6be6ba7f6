package org.manypaths.substanceprofile;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.manypaths.assessment.SubstanceClasses;
import org.manypaths.conformance.Canonical;

/** {@code Patient/{id}/$substance-profile}: one person, told substance by substance. */
class SubstanceProfileProvider {

    private final RecordCollector collector;
    private final Supplier<SubstanceClasses> classes;

    SubstanceProfileProvider(RecordCollector collector, Supplier<SubstanceClasses> classes) {
        this.collector = collector;
        this.classes = classes;
    }

    /**
     * The profile of one person, by substance.
     *
     * @param asOf refused by HAPI where it is no date; {@link AskedParameters} reads what HAPI would pass over
     */
    @Operation(
            name = "$substance-profile",
            typeName = "Patient",
            idempotent = true,
            canonicalUrl = Canonical.BASE + "/OperationDefinition/ihrp-substance-profile")
    public Parameters substanceProfile(
            @IdParam IdType person,
            @OperationParam(name = "substance", max = OperationParam.MAX_UNLIMITED) @Nullable
                    List<StringType> substances,
            @OperationParam(name = "as-of", max = 1) @Nullable DateTimeType asOf,
            RequestDetails caller) {
        AskedParameters sent = AskedParameters.of(caller);
        SubstanceProfileRequest request = new SubstanceProfileRequest(
                Optional.ofNullable(substances).orElse(List.of()).stream()
                        .map(text -> AskedSubstance.parse(text.getValueNotNull(), classes.get()))
                        .toList(),
                sent.asOf().map(AsOf::until).orElseGet(AsOf::everything));
        collector.requirePerson(person, caller);
        PersonRecord record = collector.collect(person, request.asOf(), caller);
        List<SubstanceProfile> profiles = new SubstanceProfileRules(classes.get())
                .profiles(record, request, RecordCollector.arrivals(record.observations()));
        return ProfileParameters.write(person, request.asOf(), profiles);
    }
}
