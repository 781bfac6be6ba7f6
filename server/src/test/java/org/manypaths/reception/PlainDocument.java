package org.manypaths.reception;

/** A document as a hospital's record system would send it that knows nothing of us; one record in it is not FHIR R4. */
final class PlainDocument {

    /** NUMBER stands for what is new each time. */
    static final String TEXT = """
            {"resourceType":"Bundle","type":"document","timestamp":"2026-02-01T10:00:00Z",
             "identifier":{"system":"urn:ietf:rfc:3986","value":"urn:uuid:NUMBER"},
             "entry":[
              {"fullUrl":"urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0","resource":{"resourceType":"Composition",
               "status":"final","type":{"coding":[{"system":"http://loinc.org","code":"18842-5"}]},
               "subject":{"reference":"urn:uuid:NUMBER"},"date":"2026-02-01T10:00:00Z","title":"Discharge summary",
               "author":[{"display":"General Hospital"}]}},
              {"fullUrl":"urn:uuid:NUMBER","resource":{"resourceType":"Patient","gender":"female","birthDate":"1991-02-03",
               "identifier":[{"system":"http://example.org/plain","value":"NUMBER"}],
               "name":[{"family":"Plain","given":["Ada"]}]}},
              {"fullUrl":"urn:uuid:1c3151bd-1cbf-4d64-b04d-cd9187a4c6e1","resource":{"resourceType":"Condition",
               "clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical",
                "code":"active"}]},"code":{"text":"Low back pain"},"subject":{"reference":"urn:uuid:NUMBER"}}},
              {"fullUrl":"urn:uuid:2c3151bd-1cbf-4d64-b04d-cd9187a4c6e2","resource":{"resourceType":"MedicationRequest",
               "status":"active","intent":"order","medicationCodeableConcept":{"text":"Ibuprofen 400 mg"},
               "subject":{"reference":"urn:uuid:NUMBER"}}},
              {"fullUrl":"urn:uuid:3c3151bd-1cbf-4d64-b04d-cd9187a4c6e3","resource":{"resourceType":"AllergyIntolerance",
               "clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical",
                "code":"no-such-status"}]},"code":{"text":"Penicillin"},"patient":{"reference":"urn:uuid:NUMBER"}}}]}""";

    private PlainDocument() {}
}
