package org.manypaths.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Prepares the launch of an app from an EHR: the EHR says whose record, and gets the address to open. */
@RestController
class LaunchProvider {

    private final SessionOpening sessions;
    private final Clients clients;
    private final Launches launches;
    private final Endpoints endpoints;

    LaunchProvider(SessionOpening sessions, Clients clients, Launches launches, Endpoints endpoints) {
        this.sessions = sessions;
        this.clients = clients;
        this.launches = launches;
        this.endpoints = endpoints;
    }

    @PostMapping(Endpoints.LAUNCH)
    ResponseEntity<Map<String, String>> launch(
            @RequestParam(name = "client_id", defaultValue = "") String client,
            @RequestParam(name = "patient", defaultValue = "") String patient,
            HttpServletRequest request) {
        if (!isEhr(request)) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                    .header("WWW-Authenticate", "Bearer realm=\"launch\"")
                    .body(error("invalid_token", "This is for EHRs, with an access token of their own."));
        }
        Optional<Registration> app = clients.find(client).filter(known -> known.launchUri() != null);
        if (app.isEmpty() || !patient.matches("[A-Za-z0-9.-]{1,64}")) {
            return ResponseEntity.badRequest()
                    .body(error(
                            "invalid_request",
                            "client_id must be an app that is registered with a launch address, and patient the id of"
                                    + " a Patient."));
        }
        String word = launches.prepare(client, patient);
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("launch", word);
        answer.put(
                "url",
                app.get().launchUri() + "?iss=" + URLEncoder.encode(endpoints.fhir(), StandardCharsets.UTF_8)
                        + "&launch=" + word);
        return ResponseEntity.ok(answer);
    }

    private boolean isEhr(HttpServletRequest request) {
        String header = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        if (!header.startsWith("Bearer ")) {
            return false;
        }
        try {
            Role role =
                    sessions.open(header.substring("Bearer ".length()).strip()).role();
            return role != Role.PERSON;
        } catch (TokenException e) {
            return false;
        }
    }

    private static Map<String, String> error(String code, String description) {
        Map<String, String> error = new LinkedHashMap<>();
        error.put("error", code);
        error.put("error_description", description);
        return error;
    }
}
