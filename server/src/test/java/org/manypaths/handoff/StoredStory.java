package org.manypaths.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.manypaths.access.Origin;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.PartnerBundle;

/**
 * Rosa's story in a server, as that of a new person each time it is told.
 *
 * @param number stands in the ids where the story has her name
 */
public record StoredStory(String number) {

    private static final List<String> CHAPTERS = List.of(
            "neighbourhood/bundle-everybody",
            "rosa/bundle-admission",
            "rosa/bundle-meaning",
            "rosa/bundle-plan",
            "rosa/bundle-handoff",
            "rosa/bundle-month-3");

    /** The same, on its way to another place than in the story. */
    public static StoredStory tellOnTheWayTo(String recipient, Http http) {
        return tell(http, chapter -> chapter.replace("Organization/riverside", "Organization/" + recipient), "");
    }

    /** The same, at one place and on its way to another. */
    static StoredStory tellFrom(String place, String recipient, Http http) {
        return tell(
                http,
                chapter -> chapter.replace("harbour-house", place)
                        .replace("Organization/riverside", "Organization/" + recipient),
                place);
    }

    /** The same, where all of it happened at one place and came in through that. */
    public static StoredStory tellAsOf(String place, Http http) {
        return tell(http, chapter -> chapter.replace("harbour-house", place), place);
    }

    /** The same, where it came in through another organization than that of the place where it happened. */
    static StoredStory tellThrough(String holder, Http http) {
        return tell(http, UnaryOperator.identity(), holder);
    }

    public static StoredStory tell(Http http) {
        return tell(http, UnaryOperator.identity(), "");
    }

    /** @param holder empty for whoever tells it */
    private static StoredStory tell(Http http, UnaryOperator<String> change, String holder) {
        StoredStory story = new StoredStory("r" + PartnerBundle.newNumber());
        for (String chapter : CHAPTERS) {
            String words = change.apply(story.retold(text(chapter)));
            HttpResponse<String> response = http.post("", holder.isEmpty() ? words : heldBy(holder, words));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        }
        return story;
    }

    /** Who works where is told by those who run the server: the stories share the people of the neighbourhood. */
    private static String heldBy(String holder, String words) {
        Bundle told = Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, words);
        told.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(resource -> !(resource instanceof PractitionerRole))
                .forEach(resource -> Origin.state(resource, holder));
        return Fhir.CONTEXT.newJsonParser().encodeResourceToString(told);
    }

    /** The path of the operation on the plan of day 5. */
    String handoff() {
        return "/CarePlan/" + number + "-day-5/$handoff";
    }

    public String handoff(String question) {
        return handoff() + "?" + question;
    }

    /** Under other ids; and with a consent that has not ended, whenever the test runs. */
    private String retold(String chapter) {
        return chapter.replace("/rosa", "/" + number)
                .replaceAll("(\"id\"\\s*:\\s*\")rosa", "$1" + number)
                .replace("\"2027-01-09\"", "\"2099-01-09\"");
    }

    private static String text(String chapter) {
        try (InputStream in = Objects.requireNonNull(
                StoredStory.class.getResourceAsStream("/examples/" + chapter + ".json"), chapter)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
