package org.manypaths.access;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.manypaths.refusal.Outcomes;

/**
 * What must accompany a disclosure that rests on consent (42 CFR 2.32), and what every recipient is told alike.
 *
 * <p>The statements are the regulation's own words. They stand with nothing that does not rest on consent: the notice
 * itself would tell that somebody is in treatment.
 */
public final class Notice {

    /** The header of an answer that rests on consent. */
    public static final String HEADER = "Redisclosure-Notice";

    /** The header that names the consents on which an answer rests, as many as fit. */
    public static final String CONSENT_HEADER = "Rests-On-Consent";

    /** The header that explains the scope of each of them, in the same order (42 CFR 2.32(b)). */
    public static final String SCOPE_HEADER = "Consent-Scope";

    /** The header that every answer to a recipient carries. */
    public static final String COMPLETENESS_HEADER = "Record-Completeness";

    public static final String COMPLETENESS = "The record may be incomplete; ask the person.";

    /** 42 CFR 2.32(a)(1), as of 16 April 2024. */
    public static final String STATEMENT_1 =
            "This record which has been disclosed to you is protected by Federal confidentiality rules (42 CFR part 2)."
                    + " These rules prohibit you from using or disclosing this record, or testimony that describes the"
                    + " information contained in this record, in any civil, criminal, administrative, or legislative"
                    + " proceedings by any Federal, State, or local authority, against the patient, unless authorized"
                    + " by the consent of the patient, except as provided at 42 CFR 2.12(c)(5) or as authorized by a"
                    + " court in accordance with 42 CFR 2.64 or 2.65. In addition, the Federal rules prohibit you from"
                    + " making any other use or disclosure of this record unless at least one of the following"
                    + " applies: (i) Further use or disclosure is expressly permitted by the written consent of the"
                    + " individual whose information is being disclosed in this record or as otherwise permitted by"
                    + " 42 CFR part 2. (ii) You are a covered entity or business associate and have received the record"
                    + " for treatment, payment, or health care operations, or (iii) You have received the record from"
                    + " a covered entity or business associate as permitted by 45 CFR part 164, subparts A and E. A"
                    + " general authorization for the release of medical or other information is NOT sufficient to"
                    + " meet the required elements of written consent to further use or redisclose the record (see"
                    + " 42 CFR 2.31).";

    /** 42 CFR 2.32(a)(2). */
    public static final String STATEMENT_2 = "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

    /** What a header names at most, in characters: browsers and gateways turn away answers with long heads. */
    static final int LONGEST_LIST = 4_000;

    private Notice() {}

    /** The consents on which what is shown rests; empty where nothing needs the notice. */
    static List<String> consents(List<AnswerAccess.Shown> shown) {
        return shown.stream()
                .filter(each -> each.permit().basis().needsNotice())
                .filter(each -> each.marks().stamp().filter(Stamp::part2).isPresent())
                .flatMap(each -> each.permit().consent().stream())
                .map("Consent/"::concat)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Puts onto an answer what must accompany records that rest on consent.
     *
     * @param consents as {@code Consent/id}; empty: nothing rests on consent
     * @param scopes of each of them, in the same order
     */
    static void head(HttpServletResponse answer, List<String> consents, List<String> scopes) {
        answer.setHeader(COMPLETENESS_HEADER, COMPLETENESS);
        if (!consents.isEmpty()) {
            answer.setHeader(HEADER, STATEMENT_2);
            answer.setHeader(CONSENT_HEADER, fitting(consents, ", "));
            answer.setHeader(SCOPE_HEADER, fitting(scopes, ". "));
        }
    }

    /** As many from the first on as a header takes, and the number of the others. */
    static String fitting(List<String> items, String separator) {
        String all = String.join(separator, items);
        if (all.length() <= LONGEST_LIST) {
            return all;
        }
        StringBuilder fitting = new StringBuilder();
        int count = 0;
        while (fitting.length() + items.get(count).length() <= LONGEST_LIST) {
            fitting.append(items.get(count++)).append(separator);
        }
        return fitting.append("and ")
                .append(items.size() - count)
                .append(" more")
                .toString();
    }

    /** Adds the notice to a page of a search; what is found stays as it is, and so does the total. */
    static void accompany(Bundle page, List<String> scopes) {
        Bundle.BundleEntryComponent entry = page.addEntry();
        entry.setResource(Outcomes.of(List.of(
                AccessCode.REDISCLOSURE.information(STATEMENT_1),
                AccessCode.CONSENT.information(
                        "This is given out with the written consent of the person, and within its scope: "
                                + String.join(". ", scopes) + "."),
                AccessCode.COMPLETENESS.information(COMPLETENESS))));
        entry.getSearch().setMode(SearchEntryMode.OUTCOME);
    }

    static Optional<Bundle> page(Object answer) {
        return answer instanceof Bundle bundle && bundle.getType() == BundleType.SEARCHSET
                ? Optional.of(bundle)
                : Optional.empty();
    }
}
