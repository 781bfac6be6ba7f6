package org.manypaths.consentdesk;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.manypaths.conformance.Canonical;
import org.manypaths.refusal.Blank;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;

/** {@code $file-consent}, {@code $read-back} and {@code $revoke}. */
public class ConsentDeskProvider {

    private static final String DEFINITIONS = Canonical.BASE + "/OperationDefinition/";

    private final ConsentDesk desk;

    ConsentDeskProvider(ConsentDesk desk) {
        this.desk = desk;
    }

    @Operation(name = "$file-consent", typeName = "Patient", canonicalUrl = DEFINITIONS + "ihrp-file-consent")
    public Parameters file(
            @IdParam IdType person,
            @OperationParam(name = "discloser", max = OperationParam.MAX_UNLIMITED) @Nullable
                    List<Reference> disclosers,
            @OperationParam(name = "recipient", max = OperationParam.MAX_UNLIMITED) @Nullable
                    List<Reference> recipients,
            @OperationParam(name = "treating-providers", max = 1) @Nullable BooleanType treatingProviders,
            @OperationParam(name = "label", max = OperationParam.MAX_UNLIMITED) @Nullable List<CodeType> labels,
            @OperationParam(name = "keep-back", max = OperationParam.MAX_UNLIMITED) @Nullable List<CodeType> kept,
            @OperationParam(name = "purpose", max = OperationParam.MAX_UNLIMITED) @Nullable List<CodeType> purposes,
            @OperationParam(name = "ends", max = 1) @Nullable DateTimeType ends,
            @OperationParam(name = "ends-with", max = 1) @Nullable CodeType endsWith,
            @OperationParam(name = "ends-with-words", max = 1) @Nullable StringType endsWithWords,
            @OperationParam(name = "words", max = 1) @Nullable StringType words,
            @OperationParam(name = "told", max = OperationParam.MAX_UNLIMITED) @Nullable List<CodeType> told,
            @OperationParam(name = "signer", max = OperationParam.MAX_UNLIMITED) @Nullable List<Reference> signers,
            @OperationParam(name = "representative-basis", max = 1) @Nullable CodeType ground,
            @OperationParam(name = "signed", max = 1) @Nullable DateTimeType signed,
            @OperationParam(name = "paper", max = 1) @Nullable StringType paper,
            RequestDetails caller) {
        ConsentForm form = new ConsentForm(
                all(disclosers),
                all(recipients),
                treatingProviders != null && treatingProviders.booleanValue(),
                codes(labels),
                codes(kept),
                codes(purposes),
                Optional.ofNullable(ends),
                text(endsWith),
                text(endsWithWords),
                text(words),
                codes(told),
                all(signers),
                text(ground),
                Optional.ofNullable(signed),
                text(paper));
        return desk.file(person, form, session(caller), caller);
    }

    @Operation(
            name = "$read-back",
            typeName = "Consent",
            idempotent = true,
            canonicalUrl = DEFINITIONS + "ihrp-read-back")
    public Parameters readBack(@IdParam IdType consent, RequestDetails caller) {
        return desk.readBack(consent, caller);
    }

    @Operation(name = "$revoke", typeName = "Consent", canonicalUrl = DEFINITIONS + "ihrp-revoke")
    public Parameters revoke(
            @IdParam IdType consent,
            @OperationParam(name = "by", max = 1) @Nullable Reference by,
            @OperationParam(name = "words", max = 1) @Nullable StringType words,
            @OperationParam(name = "came", max = 1) @Nullable DateTimeType came,
            RequestDetails caller) {
        Revocation revocation = new Revocation(Optional.ofNullable(by), text(words), Optional.ofNullable(came));
        return desk.revoke(consent, revocation, session(caller), caller);
    }

    private static Session session(RequestDetails caller) {
        return Sessions.of(caller).orElseThrow();
    }

    private static <T> List<T> all(@Nullable List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    private static List<String> codes(@Nullable List<CodeType> values) {
        return all(values).stream().flatMap(value -> text(value).stream()).toList();
    }

    private static Optional<String> text(@Nullable PrimitiveType<String> value) {
        return Optional.ofNullable(value).map(PrimitiveType::getValue).filter(text -> !Blank.is(text));
    }
}
