package org.manypaths.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Launcher;
import org.manypaths.testkit.Outcome;

/**
 * The demo as somebody with a clone meets it: started, stopped with Ctrl-C while a request is under way, started again
 * on another port over the same data.
 *
 * <p>Two starts for all claims, since each costs most of a minute.
 */
class DemoIT {

    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"]*)\"");
    private static final String GONE = "/fhir/Goal/samuel-weekends";

    @TempDir
    private static Path folder = Path.of("");

    private static Launcher launcher;
    private static String firstScreen = "";
    private static String answerUnderWay = "";
    private static int firstExit = -1;
    private static DemoProcess demo;

    @BeforeAll
    static void startStopAndStartAgain() throws Exception {
        launcher = DemoProcess.launcher(folder);
        try (DemoProcess first = DemoProcess.start(launcher, folder)) {
            assertThat(first.http().delete(GONE).statusCode()).isEqualTo(200);
            answerUnderWay = interruptDuringARequest(first);
            firstExit = first.exitCode();
            firstScreen = first.screen();
        }
        demo = DemoProcess.start(launcher, folder);
    }

    @AfterAll
    static void stop() {
        if (demo != null) {
            demo.close();
        }
    }

    @Test
    void buildsWhenNothingIsBuiltAndOnlyThen() {
        assertThat(firstScreen).contains("Building");
        assertThat(demo.screen()).doesNotContain("Building");
    }

    @Test
    void loadsThePeopleOnceWhateverThePort() {
        assertThat(firstScreen).contains("loading rosa-plan");
        assertThat(demo.screen()).doesNotContain("loading");
        assertThat(bundle("/fhir/CarePlan/rosa-day-5/_history").getTotal()).isEqualTo(1);
    }

    @Test
    void leavesWhatSomebodyDeletedDeleted() {
        assertThat(demo.http().get(GONE).statusCode()).isEqualTo(410);
    }

    @Test
    void finishesWhatIsUnderWayAndEndsWithoutFailure() {
        assertThat(answerUnderWay).startsWith("HTTP/1.1 201");
        assertThat(firstScreen).contains("requests under way are finished first", "Stopped.");
        assertThat(firstExit).isZero();
    }

    @Test
    void printsWhereItIs() {
        assertThat(demo.screen())
                .contains(
                        "Base URL    " + demo.root() + "/fhir",
                        "Start page  " + demo.root() + "/",
                        "token --client counselling --port " + demo.port());
    }

    @Test
    void thePlanCommandWorksAsPrinted() throws Exception {
        Bundle plan = (Bundle) Fhir.CONTEXT.newJsonParser().parseResource(runPrintedCommand(0));
        assertThat(plan.getEntry().stream().map(entry -> entry.getResource().fhirType()))
                .contains("CarePlan", "Goal", "MedicationRequest", "ServiceRequest");
    }

    @Test
    void theStageCommandWorksAsPrinted() throws Exception {
        Bundle people = (Bundle) Fhir.CONTEXT.newJsonParser().parseResource(runPrintedCommand(1));
        assertThat(people.getEntry())
                .extracting(entry -> entry.getResource().getIdElement().getIdPart())
                .contains("rosa");
    }

    @Test
    void theRefusalCommandWorksAsPrinted() throws Exception {
        assertThat(runPrintedCommand(2)).contains("OperationOutcome", "\"error\"", "CarePlan.subject");
    }

    @Test
    void startPageShowsThePeople() {
        assertThat(demo.http().get("/").body()).contains("Whom you can meet", "Rosa", "cooks in a restaurant");
    }

    /** As docs/getting-started.md has it. */
    @Test
    void rosasPlanGoesFromTheDetoxUnitToThePractice() {
        String handoff = "/fhir/CarePlan/rosa-day-5/$handoff?recipient=Organization/demo-counselling&purpose=TREAT";
        Http detox = new Http(URI.create(demo.root())).with(demo.token("detox"));
        assertThat(Outcome.codes(detox.get(handoff), 422)).containsExactly("handoff/gap");
        HttpResponse<String> plan = detox.post("/fhir/CarePlan/rosa-day-5/$handoff", """
                {"resourceType":"Parameters","parameter":[
                 {"name":"recipient","valueReference":{"reference":"Organization/demo-counselling"}},
                 {"name":"purpose","valueCode":"TREAT"},{"name":"as-of","valueDateTime":"2026-01-12T09:45:00-05:00"},
                 {"name":"persist","valueBoolean":true}]}""");
        assertThat(plan.statusCode()).as(plan.body()).isEqualTo(200);
        HttpResponse<String> taken = new Http(URI.create(demo.root()))
                .with(demo.token("counselling"))
                .post("/fhir/$receive-handoff", plan.body());
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(taken.body()).contains("added");
        assertThat(bundle("/fhir/Organization?identifier=demo-counselling").getTotal())
                .isEqualTo(1);
    }

    @Test
    void everyClientGetsATokenThatTheServerAccepts() {
        for (String client :
                List.of("counselling", "detox", "hospital", "prescriber", "stranger", "operator", "person")) {
            assertThat(new Http(URI.create(demo.root()))
                            .with(demo.token(client))
                            .get("/fhir/Organization/demo-counselling")
                            .statusCode())
                    .as(client)
                    .isEqualTo(200);
        }
    }

    @Test
    void nothingIsReadWithoutAToken() {
        Http nobody = new Http(URI.create(demo.root()));
        assertThat(nobody.get("/fhir/Patient/rosa").statusCode()).isEqualTo(401);
        assertThat(nobody.get("/fhir/metadata").statusCode()).isEqualTo(200);
    }

    @Test
    void keysOfTheClientsAreReadByTheirOwnerAlone() throws IOException {
        Path key = launcher.root().resolve("data/demo-clients/hospital.json");
        assertThat(Files.getPosixFilePermissions(key)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void apiPageAsksNobodyElse() {
        HttpResponse<String> page = demo.http().get("/fhir/swagger-ui/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'self'")
                .doesNotContain("http", "*");
        assertThat(REFERENCE.matcher(page.body()).results().map(match -> URI.create(match.group(1))))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(reference.getHost()).isIn(null, "127.0.0.1"));
    }

    /** With libraries that others wrote, once somebody has run {@code npm ci} beside the scripts. */
    @ParameterizedTest
    @ValueSource(strings = {"backend.js", "app.js"})
    void clientsThatAnybodyCanInstallConnect(String script) throws Exception {
        Path scripts = Path.of("../examples/clients").toAbsolutePath().normalize();
        assumeTrue(Files.isDirectory(scripts.resolve("node_modules")), "npm ci was not run in " + scripts);
        String data = launcher.root().resolve("data").toString();
        assertThat(output(
                        0,
                        new ProcessBuilder("node", script, demo.root() + "/fhir", data)
                                .directory(scripts.toFile())
                                .redirectErrorStream(true)))
                .contains("ok ")
                .doesNotContain("NOT ");
    }

    @Test
    void healthcheckSaysWhetherItIsReady() throws Exception {
        assertThat(output(1, "healthcheck", "--management-port=" + DemoProcess.freePort()))
                .startsWith("Not ready: nothing");
    }

    @Test
    void aSecondServerOnTheSameDataIsRefused() throws Exception {
        assertThat(output(
                        1, "serve", "--port=" + DemoProcess.freePort(), "--management-port=" + DemoProcess.freePort()))
                .contains("is open in another Many Paths server")
                .doesNotContain("\tat ");
    }

    @Test
    void aPortInUseIsRefused() throws Exception {
        assertThat(output(1, "demo", "--port=" + demo.port(), "--data=" + folder.resolve("other")))
                .contains("Port " + demo.port() + " is in use")
                .doesNotContain("\tat ");
    }

    /** Sends half a request, presses Ctrl-C, waits for the demo to notice, and sends the other half. */
    private static String interruptDuringARequest(DemoProcess demo) throws Exception {
        String body = "{\"resourceType\":\"Basic\",\"code\":{\"text\":\"under way\"}}";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), demo.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /fhir/Basic HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + demo.token("operator")
                            + "\r\nContent-Type: application/fhir+json\r\n"
                            + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n{")
                    .getBytes(UTF_8));
            out.flush();
            // An answered request shows that the one sent before it has been taken up too.
            demo.http().get("/fhir/Basic?_summary=count");
            demo.interrupt();
            await().atMost(Duration.ofMinutes(1)).until(() -> demo.screen().contains("Stopping"));
            out.write(body.substring(1).getBytes(UTF_8));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static Bundle bundle(String path) {
        return (Bundle)
                Fhir.CONTEXT.newJsonParser().parseResource(demo.http().get(path).body());
    }

    private static String runPrintedCommand(int number) throws IOException, InterruptedException {
        List<String> commands = demo.screen()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("curl "))
                .toList();
        assertThat(commands).hasSize(3);
        return output(0, new ProcessBuilder("bash", "-c", commands.get(number)));
    }

    private static String output(int exit, String... arguments) throws IOException, InterruptedException {
        return output(exit, DemoProcess.call(launcher, folder, arguments).redirectErrorStream(true));
    }

    private static String output(int exit, ProcessBuilder call) throws IOException, InterruptedException {
        Process process = call.redirectInput(
                        ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(output).isTrue();
        assertThat(process.exitValue()).as(output).isEqualTo(exit);
        return output;
    }
}
