package org.manypaths.access;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.manypaths.testkit.Http;

/** Every way to get at a Goal and its person, so that a hidden one and an unknown one can be asked for alike. */
final class Leaks {

    private static final String JSON = "application/fhir+json";

    private Leaks() {}

    /** What is asked for: ids that are hidden, or ids that there never were. */
    record Target(String patient, String goal, String family) {}

    /** One way; it has to answer alike for both. */
    interface Way {
        HttpResponse<String> ask(Http caller, Target target);
    }

    static Map<String, Way> ways() {
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.putAll(reading());
        ways.putAll(searching());
        ways.putAll(writing());
        ways.putAll(operating());
        return ways;
    }

    private static Map<String, Way> operating() {
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("substance profile", (http, at) -> http.get("/Patient/" + at.patient() + "/$substance-profile"));
        ways.put("prescriber view", (http, at) -> http.get("/Patient/" + at.patient() + "/$prescriber-view"));
        ways.put("summary", (http, at) -> http.get("/Patient/" + at.patient() + "/$summary"));
        ways.put("accounting", (http, at) -> http.get("/Patient/" + at.patient() + "/$accounting-of-disclosures"));
        ways.put("amend", (http, at) -> http.post("/Goal/" + at.goal() + "/$amend", """
                        {"resourceType":"Parameters","parameter":[{"name":"kind","valueCode":"addition"},
                         {"name":"text","valueString":"x"}]}"""));
        ways.put(
                "file consent",
                (http, at) ->
                        http.post("/Patient/" + at.patient() + "/$file-consent", "{\"resourceType\":\"Parameters\"}"));
        ways.put("consent decision", (http, at) -> http.post("/Patient/$consent-decision", asked(at, """
                {"name":"actor","valueReference":{"reference":"Organization/demo-hospital"}},
                {"name":"purpose","valueCode":"TREAT"}""")));
        ways.put("emergency", (http, at) -> http.post("/Patient/$emergency-access", asked(at, """
                {"name":"reason","valueString":"Seizure"},{"name":"personnel","valueString":"Dr Ines Moreau"}""")));
        return ways;
    }

    private static String asked(Target at, String more) {
        return """
                {"resourceType":"Parameters","parameter":[
                 {"name":"patient","valueIdentifier":{"system":"http://hospital.example/mrn","value":"%s"}},%s]}""".formatted(at.family(), more);
    }

    private static Map<String, Way> reading() {
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("read", (http, at) -> http.get("/Goal/" + at.goal()));
        ways.put("read person", (http, at) -> http.get("/Patient/" + at.patient()));
        ways.put("read part", (http, at) -> http.get("/Goal/" + at.goal() + "?_elements=description"));
        ways.put(
                "read if newer",
                (http, at) -> http.send(http.request("/Goal/" + at.goal())
                        .header("If-None-Match", "W/\"1\"")
                        .GET()));
        ways.put("vread", (http, at) -> http.get("/Goal/" + at.goal() + "/_history/1"));
        ways.put("vread other", (http, at) -> http.get("/Goal/" + at.goal() + "/_history/7"));
        ways.put("history", (http, at) -> http.get("/Goal/" + at.goal() + "/_history"));
        ways.put("everything", (http, at) -> http.get("/Patient/" + at.patient() + "/$everything"));
        ways.put("meta", (http, at) -> http.get("/Goal/" + at.goal() + "/$meta"));
        ways.put("diff", (http, at) -> http.get("/Goal/" + at.goal() + "/$diff"));
        ways.put("validate", (http, at) -> http.get("/Goal/" + at.goal() + "/$validate"));
        ways.put("batch read", (http, at) -> batch(http, "Goal/" + at.goal()));
        ways.put("transaction read", (http, at) -> bundle(http, "transaction", "Goal/" + at.goal()));
        ways.put("batch everything", (http, at) -> batch(http, "Patient/" + at.patient() + "/$everything"));
        return ways;
    }

    private static Map<String, Way> searching() {
        Map<String, Way> ways = new LinkedHashMap<>();
        search(ways, "by person", "/Goal?subject=Patient/{patient}");
        search(ways, "by id", "/Goal?_id={goal}");
        search(ways, "count", "/Goal?subject=Patient/{patient}&_summary=count");
        search(ways, "total", "/Goal?subject=Patient/{patient}&_total=accurate&_count=0");
        search(ways, "by name", "/Patient?family={family}");
        search(ways, "by identifier", "/Patient?identifier=http://hospital.example/mrn%7C{family}");
        search(ways, "by chain", "/Goal?subject:Patient.family={family}");
        search(ways, "by has", "/Patient?_has:Goal:subject:_id={goal}");
        search(ways, "by has and id", "/Patient?_id={patient}&_has:Goal:subject:lifecycle-status=active");
        search(ways, "include", "/Goal?_id={goal}&_include=Goal:subject");
        search(ways, "revinclude", "/Patient?_id={patient}&_revinclude=Goal:subject");
        search(ways, "what it came from", "/Provenance?target=Goal/{goal}");
        search(ways, "who was told", "/AuditEvent?patient=Patient/{patient}");
        search(ways, "consents", "/Consent?patient=Patient/{patient}");
        search(ways, "messages", "/Communication?patient=Patient/{patient}");
        search(ways, "tasks", "/Task?patient=Patient/{patient}");
        search(ways, "documents", "/DocumentReference?patient=Patient/{patient}");
        search(ways, "sorted", "/Goal?subject=Patient/{patient}&_sort=-_lastUpdated");
        ways.put(
                "search by post",
                (http, at) -> http.send(http.request("/Goal/_search")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("subject=Patient/" + at.patient()))));
        ways.put("batch search", (http, at) -> batch(http, "Goal?subject=Patient/" + at.patient()));
        return ways;
    }

    private static void search(Map<String, Way> ways, String name, String path) {
        ways.put("search " + name, (http, at) -> http.get(filled(path, at)));
    }

    private static String filled(String path, Target at) {
        return path.replace("{patient}", at.patient())
                .replace("{goal}", at.goal())
                .replace("{family}", at.family());
    }

    private static Map<String, Way> writing() {
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("update", (http, at) -> http.put("/Goal/" + at.goal(), identified(at)));
        ways.put(
                "update invalid",
                (http, at) ->
                        http.put("/Goal/" + at.goal(), "{\"resourceType\":\"Goal\",\"id\":\"" + at.goal() + "\"}"));
        ways.put(
                "update with version",
                (http, at) -> http.send(http.request("/Goal/" + at.goal())
                        .header("Content-Type", JSON)
                        .header("If-Match", "W/\"9\"")
                        .PUT(BodyPublishers.ofString(identified(at)))));
        ways.put(
                "patch",
                (http, at) -> http.send(http.request("/Goal/" + at.goal())
                        .header("Content-Type", "application/json-patch+json")
                        .method("PATCH", BodyPublishers.ofString("[{\"op\":\"remove\",\"path\":\"/description\"}]"))));
        ways.put("delete", (http, at) -> http.delete("/Goal/" + at.goal()));
        ways.put("refer", (http, at) -> http.post("/Goal", AccessFixtures.goal(at.patient())));
        ways.put("transaction update", (http, at) -> transaction(http, "PUT", "Goal/" + at.goal(), identified(at)));
        ways.put("transaction delete", (http, at) -> transaction(http, "DELETE", "Goal/" + at.goal(), ""));
        ways.put(
                "transaction refer",
                (http, at) -> transaction(http, "POST", "Goal", AccessFixtures.goal(at.patient())));
        ways.put("conditional delete", (http, at) -> http.delete("/Goal?_id=" + at.goal()));
        ways.put(
                "refer by search",
                (http, at) -> http.post(
                        "/Goal",
                        AccessFixtures.goal("x")
                                .replace(
                                        "Patient/x", "Patient?identifier=http://hospital.example/mrn|" + at.family())));
        return ways;
    }

    private static String identified(Target at) {
        return AccessFixtures.goal(at.patient()).replaceFirst("\\{", "{\"id\":\"" + at.goal() + "\",");
    }

    private static HttpResponse<String> batch(Http http, String url) {
        return bundle(http, "batch", url);
    }

    private static HttpResponse<String> bundle(Http http, String type, String url) {
        return http.post(
                "",
                "{\"resourceType\":\"Bundle\",\"type\":\"" + type
                        + "\",\"entry\":[{\"request\":{\"method\":\"GET\",\"url\":\"" + url + "\"}}]}");
    }

    private static HttpResponse<String> transaction(Http http, String method, String url, String body) {
        String resource = body.isEmpty() ? "" : "\"resource\":" + body + ",";
        return http.post(
                "",
                "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{" + resource
                        + "\"request\":{\"method\":\"" + method + "\",\"url\":\"" + url + "\"}}]}");
    }

    /** The answer without what differs from one request to the next, and without the ids that were asked for. */
    static String seen(HttpResponse<String> answer, Target target) {
        String body = answer.body()
                .replace(target.goal(), "GOAL")
                .replace(target.patient(), "PATIENT")
                .replace(target.family(), "FAMILY")
                .replaceAll("\"id\": ?\"[0-9a-f-]{36}\"", "\"id\":\"SEARCH\"")
                .replaceAll("\"lastUpdated\": ?\"[^\"]*\"", "")
                .replaceAll("\"lastModified\": ?\"[^\"]*\"", "")
                .replaceAll("\"valueDateTime\": ?\"[^\"]*\"", "")
                .replaceAll("\"timestamp\": ?\"[^\"]*\"", "");
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        List.of("x-request-id", "date", "content-length", "last-modified", "connection")
                .forEach(headers::remove);
        headers.replaceAll((name, values) -> values.stream()
                .map(value -> value.replace(target.goal(), "GOAL").replace(target.patient(), "PATIENT"))
                .map(value -> value.replaceAll("Bundle/[0-9a-f-]{36}", "Bundle/ANSWER"))
                .toList());
        return answer.statusCode() + "\n" + headers + "\n" + body;
    }
}
