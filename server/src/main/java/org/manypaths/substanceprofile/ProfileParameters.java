package org.manypaths.substanceprofile;

import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.substanceprofile.SubstanceProfile.Line;

/** Writes profiles as the operation's answer; its parts are those of the OperationDefinition. */
final class ProfileParameters {

    private ProfileParameters() {}

    static Parameters write(IdType person, AsOf asOf, List<SubstanceProfile> profiles) {
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("patient").setValue(new Reference("Patient/" + person.getIdPart()));
        asOf.limit()
                .ifPresent(limit -> parameters.addParameter().setName("as-of").setValue(limit.copy()));
        profiles.forEach(profile -> write(profile, parameters.addParameter().setName("substance")));
        return parameters;
    }

    private static void write(SubstanceProfile profile, ParametersParameterComponent to) {
        to.addPart().setName("code").setValue(profile.substance().copy());
        profile.latestUse().ifPresent(use -> add(to, "latest-use", use));
        profile.latestReturn().ifPresent(event -> add(to, "latest-return-to-use", event));
        profile.stages().forEach(line -> write(line, to.addPart().setName("stage")));
        profile.readiness().forEach(readiness -> add(to, "readiness", readiness));
        profile.goals().forEach(goal -> add(to, "goal", goal));
        profile.medicines().forEach(medicine -> add(to, "medicine", medicine));
        profile.stances().forEach(line -> write(line, to.addPart().setName("stance")));
        profile.meanings().forEach(meaning -> add(to, "meaning", meaning));
        profile.notRecorded()
                .forEach(name -> to.addPart().setName("not-recorded").setValue(new CodeType(name)));
    }

    private static void write(Line line, ParametersParameterComponent to) {
        line.current().ifPresent(current -> add(to, "current", current));
        line.history().forEach(earlier -> add(to, "history", earlier));
        line.unanswered().forEach(unanswered -> add(to, "unanswered", unanswered));
    }

    private static void add(ParametersParameterComponent to, String name, Resource resource) {
        to.addPart().setName(name).setResource(resource);
    }
}
