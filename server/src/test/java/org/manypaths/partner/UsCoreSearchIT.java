package org.manypaths.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.hl7.fhir.r4.model.IdType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.manypaths.testkit.PartnerBundle;

/** Every search that US Core 8.0.0 demands of a server, and those that it asks for, over types that a plan touches. */
class UsCoreSearchIT extends PartnerIT {

    /** Each line: a type, a query, a resource that it finds, and one that it does not. */
    @ParameterizedTest(name = "{0}?{1}")
    @CsvFileSource(resources = "/partner/us-core-searches.tsv", delimiter = '\t', quoteCharacter = '`')
    void findsOneAndNotTheOther(String type, String query, String found, String other) {
        String number = PartnerBundle.newNumber();
        String person = store("Patient", "{}");
        String somebodyElse = store("Patient", "{}");
        String encounter = store("Encounter", """
                {"status": "finished", "class": {"code": "AMB"}, "subject": {"reference": "%s"}}
                """.formatted(person));
        String[] filled = new String[] {query, found, other};
        for (int i = 0; i < filled.length; i++) {
            filled[i] = PartnerBundle.withNumber(filled[i], number)
                    .replace("{{patient}}", person)
                    .replace("{{somebody}}", somebodyElse)
                    .replace("{{encounter}}", encounter);
        }
        String expected = store(type, filled[1]);
        String unexpected = store(type, filled[2]);
        assertThat(found(type + "?" + filled[0])).contains(expected).doesNotContain(unexpected);
    }

    private String store(String type, String content) {
        String json =
                content.replaceFirst("\\{", "{\"resourceType\": \"" + type + "\"" + (content.equals("{}") ? "" : ", "));
        HttpResponse<String> answer = http().post("/" + type, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new IdType(answer.headers().firstValue("Location").orElseThrow())
                .toUnqualifiedVersionless()
                .getValue();
    }
}
