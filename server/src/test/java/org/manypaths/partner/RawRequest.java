package org.manypaths.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.manypaths.testkit.TestClients;
import org.manypaths.testkit.Tokens;

/** A request as it stands on the wire, for what Java's own client would escape or refuse to send. */
record RawRequest(int status, String body) {

    static RawRequest get(URI base, String path) {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            String request = "GET " + base.getPath() + path + " HTTP/1.0\r\nHost: " + base.getAuthority()
                    + "\r\nAccept: application/fhir+json\r\nAuthorization: Bearer "
                    + Tokens.of(base, TestClients.OPERATOR) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            return new RawRequest(Integer.parseInt(answer.substring(9, 12)), answer.substring(end + 4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
