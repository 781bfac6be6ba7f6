package org.manypaths.transition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.manypaths.refusal.Blank;
import org.manypaths.refusal.Issue;
import org.manypaths.security.Session;
import org.manypaths.staff.Staff;

/**
 * Who wrote a note in a handoff. A reference is to somebody in whose name the caller may sign; where there is none, the
 * server names the side that writes, and puts a name that was sent beside it.
 */
class NoteRules {

    private final Staff staff;

    NoteRules(Staff staff) {
        this.staff = staff;
    }

    /** Signs the notes that a write adds; what stands in the way is told instead. */
    List<Issue> sign(Task from, Task to, Session session) {
        List<Issue> issues = new ArrayList<>();
        List<Base> before = new ArrayList<>(from.getNote());
        List<Base> fresh =
                ElementRules.added(before, new ArrayList<>(to.getNote())).orElse(List.of());
        for (Base value : fresh) {
            Annotation note = (Annotation) value;
            if (note.getAuthor() instanceof Reference author && author.hasReference()) {
                if (!staff.maySignAs(session, author)) {
                    issues.add(TransitionCode.NOT_YOUR_MOVE
                            .issue("A note is signed by somebody for whom you do not write.")
                            .remedy(
                                    "Refer to your organisation, or to a Practitioner or PractitionerRole that it has recorded"
                                            + " as its own; or send a name in authorString, and the server adds whose it is.")
                            .at("Task.note"));
                }
            } else {
                note.setAuthor(signature(to, session, name(note)));
            }
        }
        return issues;
    }

    private Reference signature(Task task, Session session, String name) {
        Set<String> ours = Staff.organizations(session);
        String side = Stream.of(task.getRequester(), task.getOwner())
                .flatMap(party -> PartyRules.organizations(party).stream())
                .filter(ours::contains)
                .findFirst()
                .orElse(session.caller().organization());
        String place = staff.nameOf(side).orElse("Organization/" + side);
        boolean named = !Blank.is(name) && !name.strip().equalsIgnoreCase(place.strip());
        return new Reference("Organization/" + side).setDisplay(named ? name.strip() + " (" + place + ")" : place);
    }

    private static String name(Annotation note) {
        if (note.getAuthor() instanceof StringType name) {
            return String.valueOf(name.getValue());
        }
        return note.getAuthor() instanceof Reference author && author.hasDisplay() ? author.getDisplay() : "";
    }
}
