package org.manypaths.transition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.manypaths.refusal.Issue;

/**
 * Whose each element of a handoff is, and until when it changes. Pure.
 *
 * <p>What this does not name, also an element of a later FHIR, is of the side that asks. Whether a state may be moved is
 * not asked here.
 */
final class ElementRules {

    /** What came of it. */
    private static final List<String> OUTCOME = List.of("executionPeriod", "output", "statusReason");

    /** Where it stands: what the rules of moves leave of it, such as other words for the same. */
    private static final Set<String> STANDING = Set.of("status", "businessStatus");

    /** What both sides add to, and nobody takes from. */
    private static final Set<String> GROWING = Set.of("contained", "identifier", "note");

    private static final Set<String> OF_NOBODY = Set.of("id", "meta");

    private ElementRules() {}

    /** What in a handoff that is made is the other side's to say. */
    static List<Issue> creation(Task task, Set<Side> sides) {
        List<Issue> issues = new ArrayList<>(authors(new ArrayList<>(task.getNote()), task, sides));
        if (!sides.contains(Side.OWNER)) {
            OUTCOME.stream()
                    .filter(name -> !values(task, name).isEmpty())
                    .map(name -> ofOther(name, Side.OWNER))
                    .forEach(issues::add);
        }
        return issues;
    }

    /** What stands in the way of the changes, the sides being those that the sender may speak for. */
    static List<Issue> changes(Task from, Task to, Set<Side> sides) {
        List<Issue> issues = new ArrayList<>();
        for (String name : changed(from, to)) {
            Optional<List<Base>> added = added(values(from, name), values(to, name));
            if (MoveRules.isEnd(from.getStatus())) {
                boolean parting = from.getStatus() != to.getStatus()
                        && (name.equals("lastModified") || (name.equals("note") && added.isPresent()));
                if (!parting) {
                    issues.add(ended(name, from));
                }
            } else if (sides.isEmpty()) {
                issues.add(ofNeither(name));
            } else if (GROWING.contains(name)) {
                added.ifPresentOrElse(
                        fresh -> issues.addAll(authors(fresh, to, sides)), () -> issues.add(takenAway(name)));
            } else {
                boolean answer = OUTCOME.contains(name) || STANDING.contains(name);
                Side side = answer ? Side.OWNER : Side.REQUESTER;
                // Who takes over has a rule of its own.
                boolean open = name.equals("owner") || name.equals("lastModified");
                if (!open && !sides.contains(side)) {
                    issues.add(ofOther(name, side));
                }
            }
        }
        return issues;
    }

    private static List<String> changed(Task from, Task to) {
        boolean moved = from.getStatus() != to.getStatus();
        boolean toldOtherwise =
                HandoffState.of(from).business() != HandoffState.of(to).business();
        return to.children().stream()
                .map(Property::getName)
                .filter(name -> !OF_NOBODY.contains(name))
                // A reason goes with its move, and the rules of moves say whose that is.
                .filter(name -> !(moved && (name.equals("status") || name.equals("statusReason"))))
                .filter(name -> !(toldOtherwise && name.equals("businessStatus")))
                .filter(name -> !name.equals("text") || isTold(from) || isTold(to))
                .filter(name -> !Base.compareDeep(values(from, name), values(to, name), true))
                .toList();
    }

    /** Whether its narrative is somebody's; any other is written anew by the server. */
    private static boolean isTold(Task task) {
        return task.getText().getStatus() == NarrativeStatus.ADDITIONAL;
    }

    private static List<Base> values(Task task, String name) {
        return task.listChildrenByName(name).stream()
                .filter(value -> !(value instanceof Extension extension && HandoffClock.URL.equals(extension.getUrl())))
                .toList();
    }

    /** What is new; empty where something that was there is not as it was. */
    static Optional<List<Base>> added(List<Base> before, List<Base> after) {
        List<Base> added = new ArrayList<>();
        int kept = 0;
        for (Base value : after) {
            if (kept < before.size() && before.get(kept).equalsDeep(value)) {
                kept++;
            } else {
                added.add(value);
            }
        }
        return kept == before.size() ? Optional.of(added) : Optional.empty();
    }

    /** Nobody signs a note with the name of the other side. */
    private static List<Issue> authors(List<Base> added, Task task, Set<Side> sides) {
        boolean signed = added.stream()
                .filter(Annotation.class::isInstance)
                .map(note -> ((Annotation) note).getAuthor())
                .anyMatch(author -> (isSame(author, task.getOwner()) && !sides.contains(Side.OWNER))
                        || (isSame(author, task.getRequester()) && !sides.contains(Side.REQUESTER)));
        return signed
                ? List.of(TransitionCode.NOT_YOUR_MOVE
                        .issue("A note is signed with the name of the other side.")
                        .remedy("Name yourself as its author, or nobody.")
                        .at("Task.note"))
                : List.of();
    }

    /** By reference, or by the name that the handoff itself gives the side. */
    private static boolean isSame(@Nullable Type author, Reference side) {
        if (author instanceof Reference one) {
            return one.hasReference()
                    ? one.getReferenceElement()
                            .toUnqualifiedVersionless()
                            .equals(side.getReferenceElement().toUnqualifiedVersionless())
                    : isNamed(one.getDisplay(), side);
        }
        return author instanceof StringType name && isNamed(name.getValue(), side);
    }

    private static boolean isNamed(@Nullable String name, Reference side) {
        return name != null
                && side.hasDisplay()
                && name.strip().equalsIgnoreCase(side.getDisplay().strip());
    }

    private static Issue ofOther(String name, Side side) {
        return TransitionCode.NOT_YOUR_MOVE
                .issue("What stands in " + name + " is up to " + side.words() + ".")
                .remedy("Send the element as it was; what you have to say yourself can stand in note.")
                .at("Task." + name);
    }

    private static Issue ofNeither(String name) {
        return TransitionCode.NOT_YOUR_MOVE
                .issue("What stands in " + name + " is up to the sides of the handoff.")
                .remedy("Your organisation is on neither side of this handoff.")
                .at("Task." + name);
    }

    private static Issue takenAway(String name) {
        return TransitionCode.FIXED
                .issue("What stands in " + name + " of a handoff stays as it is.")
                .remedy("Send all of it as it was, in its order, and add yours.")
                .at("Task." + name);
    }

    private static Issue ended(String name, Task task) {
        return TransitionCode.FIXED
                .issue("A handoff that is " + task.getStatus().toCode() + " has ended, and its " + name + " stays.")
                .remedy("Say what is to be added in a record of your own.")
                .at("Task." + name);
    }
}
