package org.manypaths.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuidePackageTest {

    @TempDir
    Path root;

    private GuidePackage guide;

    @BeforeEach
    void layOutASmallRepository() throws IOException {
        write("profiles/manifest.json", "{\"name\": \"org.manypaths.ihrp\", \"version\": \"?\"}");
        write("profiles/resources/StructureDefinition-quiet.json", """
                {"resourceType": "StructureDefinition", "id": "quiet", "name": "Quiet", "status": "active",
                 "url": "https://w3id.org/manypaths/fhir/StructureDefinition/quiet", "fhirVersion": "4.0.1",
                 "kind": "resource", "abstract": false, "type": "Basic", "derivation": "constraint",
                 "baseDefinition": "http://hl7.org/fhir/StructureDefinition/Basic",
                 "differential": {"element": [{"id": "Basic.author", "path": "Basic.author", "min": 1}]}}""");
        write("terminology/resources/CodeSystem-colours.json", """
                {"resourceType": "CodeSystem", "id": "colours", "status": "active", "content": "complete",
                 "url": "https://w3id.org/manypaths/fhir/CodeSystem/colours"}""");
        write("examples/ada/story.md", "# Ada");
        write("examples/ada/Patient-ada.json", "{\"resourceType\": \"Patient\", \"id\": \"ada\"}");
        write("examples/target/Patient-nobody.json", "{\"resourceType\": \"Patient\", \"id\": \"nobody\"}");
        guide = new GuidePackage(new GuideSources(root), "1.2.3");
    }

    @Test
    void holdsDefinitionsAndTheExamplesOfPeopleWithAStory() throws IOException {
        assertThat(open().list("package"))
                .containsExactlyInAnyOrder("CodeSystem-colours.json", "StructureDefinition-quiet.json");
        assertThat(open().list("example")).containsExactly("Patient-ada.json");
    }

    @Test
    void takesItsVersionFromTheBuild() throws IOException {
        assertThat(open().version()).isEqualTo("1.2.3");
        assertThat(open().name()).isEqualTo("org.manypaths.ihrp");
    }

    @Test
    void generatesSnapshots() throws IOException {
        JsonNode elements = content("package", "StructureDefinition-quiet.json").at("/snapshot/element");
        assertThat(StreamSupport.stream(elements.spliterator(), false)
                        .filter(element -> element.path("path").asText().equals("Basic.author"))
                        .map(element -> element.path("min").asInt()))
                .containsExactly(1);
        assertThat(elements.size()).isGreaterThan(10);
    }

    @Test
    void listsEveryFileInItsIndex() throws IOException {
        JsonNode files = content("package", ".index.json").path("files");
        assertThat(files.findValuesAsText("filename"))
                .isEqualTo(List.of("CodeSystem-colours.json", "StructureDefinition-quiet.json"));
        assertThat(files.get(1).path("type").asText()).isEqualTo("Basic");
    }

    @Test
    void isTheSameForTheSameSources() throws IOException {
        byte[] first = guide.archive();
        Files.setLastModifiedTime(root.resolve("profiles/manifest.json"), FileTime.fromMillis(1_000_000));
        assertThat(guide.archive()).isEqualTo(first);
    }

    @Test
    void isMadeAgainOnlyWhenASourceIsNewer() throws IOException {
        Path target = root.resolve("out/guide.tgz");
        write("classes/org/manypaths/profiles/GuidePackage.class", "");
        String[] arguments = {root.toString(), "1", root.resolve("classes").toString(), target.toString()};
        GuidePackage.main(arguments);
        Files.writeString(target, "untouched");
        GuidePackage.main(arguments);
        assertThat(target).hasContent("untouched");
        Files.setLastModifiedTime(target, FileTime.fromMillis(1_000_000));
        GuidePackage.main(arguments);
        assertThat(Files.size(target)).isGreaterThan(1000);
    }

    private NpmPackage open() throws IOException {
        return NpmPackage.fromPackage(new ByteArrayInputStream(guide.archive()));
    }

    private JsonNode content(String folder, String file) throws IOException {
        return new ObjectMapper().readTree(open().load(folder, file));
    }

    private void write(String file, String content) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), content);
    }
}
