package org.manypaths.emergency;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.manypaths.access.TokenScopes;
import org.manypaths.audit.Disclosures;
import org.manypaths.conformance.Canonical;
import org.manypaths.consent.Purpose;
import org.manypaths.refusal.Blank;
import org.manypaths.security.Interaction;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;

/** {@code Patient/$emergency-access}. */
public class EmergencyProvider {

    private static final int LONGEST = 1_000;
    private static final int FEWEST_LETTERS = 2;

    private final EmergencyDesk desk;

    EmergencyProvider(EmergencyDesk desk) {
        this.desk = desk;
    }

    @Operation(
            name = "$emergency-access",
            typeName = "Patient",
            canonicalUrl = Canonical.BASE + "/OperationDefinition/ihrp-emergency-access")
    public Parameters open(
            @OperationParam(name = "patient", max = 1) @Nullable Identifier patient,
            @OperationParam(name = "reason", max = 1) @Nullable StringType reason,
            @OperationParam(name = "personnel", max = 1) @Nullable StringType personnel,
            RequestDetails caller) {
        Session session = Sessions.of(caller).orElseThrow();
        TokenScopes.require(session, "Patient", Interaction.READ);
        if (!session.caller().purposes().contains(Purpose.EMERGENCY)) {
            throw EmergencyCode.NOT_REGISTERED.refusal(
                    "Your system is not registered for emergencies.",
                    "Ask those who run the server to register it for the purpose emergency.");
        }
        if (patient == null || !patient.hasSystem() || !patient.hasValue()) {
            throw EmergencyCode.PATIENT.refusal(
                    "It is not said who is in danger.",
                    "Send patient with an identifier that has a system and a value.");
        }
        EmergencyDesk.Declared declared = new EmergencyDesk.Declared(
                patient,
                words(
                        reason,
                        EmergencyCode.REASON,
                        "The nature of the emergency is not told.",
                        "Send reason in words."),
                words(
                        personnel,
                        EmergencyCode.PERSONNEL,
                        "It is not said who treats.",
                        "Send personnel with the name of the medical personnel; the law asks for it."));
        Parameters answer = new Parameters();
        answer.addParameter()
                .setName("until")
                .setValue(new DateTimeType(desk.open(declared, session, Disclosures.of(caller))
                        .atOffset(ZoneOffset.UTC)
                        .withNano(0)
                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)));
        answer.addParameter().setName("purpose").setValue(new CodeType("ETREAT"));
        return answer;
    }

    /** A stroke of the pen is no nature of an emergency, and no name of who treats. */
    private static boolean isNoWord(String text) {
        return text.codePoints().filter(Character::isLetter).count() < FEWEST_LETTERS || "null".equalsIgnoreCase(text);
    }

    private static String words(@Nullable StringType value, EmergencyCode code, String problem, String remedy) {
        String text = value == null ? "" : String.valueOf(value.getValue()).strip();
        if (Blank.is(text) || text.length() > LONGEST || isNoWord(text)) {
            throw code.refusal(problem, remedy);
        }
        return text;
    }
}
