package org.manypaths.cli.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** The way of Rosa's plan from Harbour House, where she withdrew, to Riverside, where she goes on. */
final class Journey {

    static final String HARBOUR = "harbour-house";
    static final String RIVERSIDE = "riverside";
    static final String COURIER = "courier-of-harbour-house";
    static final String STRANGER = "stranger";
    static final String OPERATOR = "operator";

    private static final String PLAN = "/CarePlan/rosa-day-5";
    private static final String CONSENT = "Consent/rosa-consent-riverside";
    private static final Set<String> MADE_ON_THE_WAY = Set.of(
            "Consent/rosa-consent-riverside",
            "Consent/rosa-consent-open-door",
            "Composition/rosa-handoff",
            "DocumentReference/rosa-handoff",
            "Task/rosa-handoff");
    /** Until the first visit, in which both sides are told of it. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final String QUESTION = """
            {"resourceType":"Parameters","parameter":[
             {"name":"recipient","valueReference":{"reference":"Organization/riverside"}},
             {"name":"purpose","valueCode":"TREAT"},
             {"name":"as-of","valueDateTime":"2026-01-12T09:45:00-05:00"},
             {"name":"persist","valueBoolean":true}]}""";

    private final Place detox;
    private final Place outpatient;
    private final Story story;
    private final Telling telling;
    private String document = "";
    private String copyOfPlan = "";
    private String receivedTask = "";
    private Instant visit = Instant.EPOCH;

    Journey(Place detox, Place outpatient, Story story, Telling telling) {
        this.detox = detox;
        this.outpatient = outpatient;
        this.story = story;
        this.telling = telling;
    }

    void travel() {
        settle();
        consent();
        handOver();
        takeIn();
        closeTheLoop();
        revise();
        revoke();
    }

    private void settle() {
        telling.chapter("Two places, two servers, two databases");
        load(detox, "neighbourhood/everybody", place -> true);
        for (String chapter : new String[] {"rosa/admission", "rosa/meaning", "rosa/plan", "rosa/handoff"}) {
            load(detox, chapter, place -> !MADE_ON_THE_WAY.contains(place));
        }
        load(outpatient, "neighbourhood/everybody", "Organization/riverside"::equals);
        expect(detox.get(HARBOUR, PLAN), 200, "Harbour House holds Rosa's plan");
        expect(detox.get(RIVERSIDE, PLAN), 404, "for Riverside there is none: Rosa has said nothing yet");
        Answer refused = detox.post(HARBOUR, PLAN + "/$handoff", QUESTION);
        telling.check(refused.status() == 403, "Harbour House cannot hand it over either", refused);
        strangerSeesNothing();
    }

    private void load(Place place, String bundle, java.util.function.Predicate<String> wanted) {
        String holder = place == detox ? HARBOUR : RIVERSIDE;
        Answer loaded = place.post(OPERATOR, "", story.part(bundle, holder, wanted));
        if (loaded.status() != 200) {
            telling.check(false, bundle + " is stored", loaded);
        }
    }

    private void consent() {
        telling.chapter("Rosa signs a consent");
        ObjectNode consent = (ObjectNode) story.record("rosa/plan", CONSENT);
        consent.remove("id");
        Answer signed = detox.post(HARBOUR, "/Consent", consent);
        expect(signed, 201, "Harbour House files it: her plan may go to Riverside, for treatment");
        expect(detox.get(RIVERSIDE, PLAN), 200, "from the next request on Riverside may read the plan");
        strangerSeesNothing();
    }

    private void handOver() {
        telling.chapter("Harbour House hands over");
        Answer made = detox.post(HARBOUR, PLAN + "/$handoff", QUESTION);
        expect(made, 200, "a document of " + made.body().path("entry").size() + " records, signed off with a digest");
        document = made.text();
        Answer asked = handoff();
        telling.check(asked.total() == 1, "Riverside finds one handoff that waits for its answer", asked);
        strangerSeesNothing();
    }

    private void takeIn() {
        telling.chapter("Riverside takes the document in, on its own server");
        Answer tampered = outpatient.post(COURIER, "/$receive-handoff", document.replace("Delgado", "Delgada"));
        telling.check(tampered.says("reception/digest"), "changed on the way it is refused", tampered);
        Answer taken = outpatient.post(COURIER, "/$receive-handoff", document);
        expect(taken, 200, "as it was signed off it is taken in");
        telling.say(understood(taken));
        Answer again = outpatient.post(COURIER, "/$receive-handoff", document);
        telling.check(again.text().equals(taken.text()), "delivered twice it makes one set of records", again);
        copyOfPlan = target(taken, "CarePlan");
        receivedTask = "/" + parameter(taken, "task");
        expect(outpatient.get(COURIER, copyOfPlan), 403, "whoever delivers may not read");
        Answer plan = outpatient.get(RIVERSIDE, copyOfPlan);
        expect(plan, 200, "Riverside reads the plan as its own copy");
        strangerSeesNothing();
    }

    private void closeTheLoop() {
        telling.chapter("The loop is closed");
        String task = "/Task/" + handoff().body().at("/entry/0/resource/id").asText();
        move(task, "received", "received", "Riverside has it");
        move(task, "accepted", "received", "Riverside accepts");
        Answer theirs = detox.get(HARBOUR, task);
        ObjectNode mine = (ObjectNode) theirs.body().deepCopy();
        mine.put("status", "completed");
        Answer refused = detox.put(HARBOUR, task, theirs, mine);
        telling.check(
                refused.status() == 403 || refused.status() == 422,
                "Harbour House cannot make Riverside's moves",
                refused);
        visit = lastChange(task).plus(SOON);
        move(task, "in-progress", "visit-booked", "a first visit is booked; in this story it begins in a moment");
        Answer early = moved(detox, task, "in-progress", "visit-missed");
        telling.check(early.says("transition/visit"), "before it begins nobody can say that Rosa missed it", early);
        waitForTheVisit();
        move(task, "in-progress", "visit-missed", "Rosa does not come: a state with an owner, not a failure");
        move(task, "in-progress", "contact-tried", "Marcus rings her");
        visit = lastChange(task).plus(Duration.ofDays(1));
        move(task, "in-progress", "visit-booked", "a second visit is booked");
        move(task, "in-progress", "visit-kept", "Rosa comes, a day early");
        move(task, "completed", "in-care", "she is in care, and Harbour House reads it");
        Answer ended = detox.get(HARBOUR, task);
        telling.check(ended.text().contains("\"in-care\""), "the end is in Harbour House's own task", ended);
        strangerSeesNothing();
    }

    private void revise() {
        telling.chapter("The plan goes on at Riverside");
        Answer read = outpatient.get(RIVERSIDE, copyOfPlan);
        ObjectNode revised = (ObjectNode) read.body().deepCopy();
        revised.withArray("/note").addObject().put("text", "Rosa wants to see Tom on Fridays.");
        Answer stored = outpatient.put(RIVERSIDE, copyOfPlan, read, revised);
        expect(stored, 200, "Rosa and Riverside revise it");
        Answer theirs = detox.get(HARBOUR, PLAN);
        ObjectNode amended = (ObjectNode) theirs.body().deepCopy();
        amended.withArray("/note").addObject().put("text", "Harbour House adds: the films were counted twice.");
        expect(detox.put(HARBOUR, PLAN, theirs, amended), 200, "Harbour House adds something to its own");
        Answer made = detox.post(HARBOUR, PLAN + "/$handoff", QUESTION.replace("09:45", "09:50"));
        expect(made, 200, "and sends another version");
        Answer taken = outpatient.post(COURIER, "/$receive-handoff", made.text());
        expect(taken, 200, "Riverside takes it in");
        telling.say(understood(taken));
        telling.check(taken.text().contains("kept-local"), "what Riverside changed is not overwritten", taken);
        Answer plan = outpatient.get(RIVERSIDE, copyOfPlan);
        telling.check(plan.text().contains("Fridays"), "Rosa's Fridays stand", plan);
        strangerSeesNothing();
    }

    private void revoke() {
        telling.chapter("Rosa takes her consent back");
        Answer found = detox.get(HARBOUR, "/Consent?patient=Patient/rosa&status=active");
        String consent = "/Consent/" + found.body().at("/entry/0/resource/id").asText();
        Answer read = detox.get(HARBOUR, consent);
        ObjectNode revoked = (ObjectNode) read.body().deepCopy();
        revoked.put("status", "inactive");
        expect(detox.put(HARBOUR, consent, read, revoked), 200, "Harbour House records it");
        expect(detox.get(RIVERSIDE, PLAN), 404, "from the next request on Riverside finds no plan there");
        Answer none = detox.get(RIVERSIDE, "/Goal?patient=Patient/rosa&_summary=count");
        telling.check(none.total() == 0, "and no goal", none);
        Answer refused = detox.post(HARBOUR, PLAN + "/$handoff", QUESTION.replace("09:45", "09:55"));
        telling.check(refused.status() == 403, "Harbour House cannot hand over any more", refused);
        expect(outpatient.get(RIVERSIDE, copyOfPlan), 200, "what Riverside had received stays Riverside's");
        strangerSeesNothing();
    }

    /** A third party, at both places. */
    private void strangerSeesNothing() {
        Answer plan = detox.get(STRANGER, PLAN);
        Answer people = detox.get(STRANGER, "/Patient?_summary=count");
        Answer tasks = detox.get(STRANGER, "/Task?_summary=count");
        Answer elsewhere = outpatient.get(STRANGER, "/Patient?_summary=count");
        Answer goals = outpatient.get(STRANGER, "/Goal?_summary=count");
        boolean nothing = plan.status() == 404
                && people.total() == 0
                && tasks.total() == 0
                && elsewhere.total() == 0
                && goals.total() == 0;
        telling.check(nothing, "a third party sees nothing, here or there", plan);
    }

    private Answer handoff() {
        return detox.get(
                RIVERSIDE,
                "/Task?owner=Organization/riverside&_profile=https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-handoff-task");
    }

    /** Riverside, which works on Harbour House's task and keeps its own beside it. */
    private void move(String task, String status, String business, String sentence) {
        expect(moved(detox, task, status, business), 200, sentence);
        Answer own = moved(outpatient, receivedTask, status, business);
        if (own.status() != 200) {
            telling.check(false, "Riverside's own task moves along", own);
        }
    }

    /** By the clock of the server, and so not after now. */
    private Instant lastChange(String task) {
        String moment =
                detox.get(RIVERSIDE, task).body().at("/meta/lastUpdated").asText();
        return OffsetDateTime.parse(moment).toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static void waitForTheVisit() {
        try {
            Thread.sleep(SOON.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer moved(Place place, String task, String status, String business) {
        Answer read = place.get(RIVERSIDE, task);
        ObjectNode moved = (ObjectNode) read.body().deepCopy();
        moved.put("status", status);
        ArrayNode coding = moved.putObject("businessStatus").putArray("coding");
        coding.addObject()
                .put("system", "https://w3id.org/manypaths/fhir/CodeSystem/ihrp-handoff-business-status")
                .put("code", business);
        if (business.equals("visit-booked")) {
            moved.putObject("executionPeriod").put("start", visit.toString());
        }
        if (status.equals("completed")) {
            ObjectNode output = moved.withArray("/output").addObject();
            output.putObject("type")
                    .putArray("coding")
                    .addObject()
                    .put("system", "https://w3id.org/manypaths/fhir/CodeSystem/ihrp-handoff-part")
                    .put("code", "feedback");
            output.put("valueString", "She came with her sister. Films continued. Thank you for the call.");
        }
        return place.put(RIVERSIDE, task, read, moved);
    }

    private void expect(Answer answer, int status, String sentence) {
        telling.check(answer.status() == status, sentence, answer);
    }

    private static String understood(Answer taken) {
        return taken.body().at("/parameter/0/resource/issue/0/diagnostics").asText();
    }

    private static String parameter(Answer taken, String name) {
        for (JsonNode parameter : taken.body().path("parameter")) {
            if (parameter.path("name").asText().equals(name)) {
                return parameter.at("/valueReference/reference").asText();
            }
        }
        return "";
    }

    /** The path of the first copy of a type. */
    private static String target(Answer taken, String type) {
        for (JsonNode parameter : taken.body().path("parameter")) {
            boolean isPlan = parameter.at("/part/0/valueUri").asText().endsWith(PLAN);
            String target = parameter.at("/part/1/valueReference/reference").asText();
            if (isPlan && target.startsWith(type + "/")) {
                return "/" + target;
            }
        }
        return "/" + type + "/none";
    }
}
