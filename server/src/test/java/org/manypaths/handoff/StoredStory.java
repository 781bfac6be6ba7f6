package org.manypaths.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.Bundle;
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
        StoredStory story = new StoredStory("r" + PartnerBundle.newNumber());
        for (String chapter : CHAPTERS) {
            HttpResponse<String> response = http.post(
                    "", story.retold(text(chapter)).replace("Organization/riverside", "Organization/" + recipient));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        }
        return story;
    }

    /** The same, where all of it happened at one place and came in through that. */
    public static StoredStory tellAsOf(String place, Http http) {
        StoredStory story = new StoredStory("r" + PartnerBundle.newNumber());
        for (String chapter : CHAPTERS) {
            Bundle told = Fhir.CONTEXT
                    .newJsonParser()
                    .parseResource(Bundle.class, story.retold(text(chapter)).replace("harbour-house", place));
            told.getEntry().forEach(entry -> Origin.state(entry.getResource(), place));
            HttpResponse<String> response =
                    http.post("", Fhir.CONTEXT.newJsonParser().encodeResourceToString(told));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        }
        return story;
    }

    public static StoredStory tell(Http http) {
        StoredStory story = new StoredStory("r" + PartnerBundle.newNumber());
        for (String chapter : CHAPTERS) {
            HttpResponse<String> response = http.post("", story.retold(text(chapter)));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        }
        return story;
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
