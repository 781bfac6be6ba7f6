package org.manypaths.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** What the trail keeps of an address: what was asked about whom, by id, and no name, number or word of a person. */
class FactsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "_id=trail-1 _id=trail-1",
                "patient=Patient/a,Patient/b&_count=20 patient=Patient/a,Patient/b&_count=20",
                "subject:Patient=a&_sort=-date subject:Patient=a&_sort=-date",
                "patient=Patient%2Fa patient=Patient/a",
                "_lastUpdated=ge2026-01-01T10:00:00Z _lastUpdated=ge2026-01-01T10:00:00Z",
                "_include=CarePlan:goal&_revinclude:iterate=Goal:subject _include=CarePlan:goal&_revinclude:iterate=Goal:subject",
                "name=Delgado&_id=a name=…&_id=a",
                "identifier=http://hospital.example/mrn|123 identifier=…",
                "birthdate=1980-01-01 birthdate=…",
                "patient.name=Delgado patient.name=…",
                "subject:Patient.family=Delgado subject:Patient.family=…",
                "patient:identifier=123 patient:identifier=…",
                "_has:Observation:subject:code=x _has:Observation:subject:code=…",
                "patient=Rosa%20Delgado patient=…",
                "_elements=a%26b _elements=…",
                "Delgado …",
                "Rosa%20Delgado=1 …",
                "a%ZZ=1 …"
            })
    void keepsNamesOfParametersAndIds(String sent, String kept) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/fhir/Patient");
        request.setQueryString(sent);
        assertThat(Facts.of(request).query()).isEqualTo("GET /fhir/Patient?" + kept);
    }
}
