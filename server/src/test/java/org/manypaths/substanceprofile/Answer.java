package org.manypaths.substanceprofile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.testkit.Fhir;

/** Reads an answer of {@code $substance-profile}. */
record Answer(Parameters parameters) {

    static Answer of(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new Answer(Fhir.CONTEXT.newJsonParser().parseResource(Parameters.class, response.body()));
    }

    /** Of each substance its codes of ours, joined. */
    List<String> substances() {
        return parts().stream().map(Answer::codes).toList();
    }

    ParametersParameterComponent about(String code) {
        return parts().stream()
                .filter(part -> List.of(codes(part).split(" ", -1)).contains(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing about " + code + ": " + substances()));
    }

    /** The ids of the resources that stand under a path of names, say {@code stage/history}. */
    List<String> ids(String substance, String path) {
        List<ParametersParameterComponent> at = List.of(about(substance));
        for (String name : path.split("/", -1)) {
            at = at.stream()
                    .flatMap(part -> part.getPart().stream())
                    .filter(part -> part.getName().equals(name))
                    .toList();
        }
        return at.stream()
                .map(part -> part.getResource().getIdElement().getIdPart())
                .toList();
    }

    <T extends Resource> T resource(String substance, String name, Class<T> type) {
        return type.cast(about(substance).getPart().stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getResource());
    }

    List<String> notRecorded(String substance) {
        return about(substance).getPart().stream()
                .filter(part -> part.getName().equals("not-recorded"))
                .map(part -> part.getValue().primitiveValue())
                .toList();
    }

    Optional<String> asOf() {
        return parameters.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("as-of"))
                .map(parameter -> parameter.getValue().primitiveValue())
                .findFirst();
    }

    private List<ParametersParameterComponent> parts() {
        return parameters.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("substance"))
                .toList();
    }

    private static String codes(ParametersParameterComponent substance) {
        CodeableConcept concept = (CodeableConcept) substance.getPart().get(0).getValue();
        return String.join(
                " ",
                concept.getCoding().stream()
                        .filter(coding -> coding.getSystem().endsWith("/ihrp-substance"))
                        .map(Coding::getCode)
                        .toList());
    }
}
