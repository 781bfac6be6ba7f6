package org.manypaths.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTP as no library would write it: nothing in the address is mended before it leaves. */
public final class RawHttp {

    private static final int PATIENCE_MS = 60_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1.1 (\\d{3})");
    private static final Pattern CODE = Pattern.compile("(?:\"code\"\\s*:\\s*|<code value=)\"([a-z-]+/[a-z-]+)\"");

    private final URI base;
    private final String token;

    public RawHttp(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** What came back, with the first of our codes in it or {@code -}. */
    public record Answer(int status, String code, String body) {}

    /**
     * What comes back to one request on a connection of its own.
     *
     * @param path below the base, as it goes into the request line
     * @param header one more header line, or {@code -}
     * @param body sent as FHIR's JSON unless the header says otherwise, or {@code -}
     */
    public Answer send(String method, String path, String header, String body) {
        byte[] content = body.equals("-") ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        StringBuilder request = new StringBuilder(method + " " + base.getPath() + path + " HTTP/1.1\r\n")
                .append("Host: 127.0.0.1:" + base.getPort() + "\r\nConnection: close\r\n")
                .append("Authorization: Bearer " + token + "\r\n")
                .append("Content-Length: " + content.length + "\r\n");
        if (!header.equals("-")) {
            request.append(header).append("\r\n");
        }
        if (content.length > 0 && !header.startsWith("Content-Type")) {
            request.append("Content-Type: application/fhir+json\r\n");
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), base.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(content);
            socket.getOutputStream().flush();
            return answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(String text) {
        Matcher status = STATUS.matcher(text);
        if (!status.lookingAt()) {
            throw new IllegalStateException("no answer: " + text);
        }
        Matcher code = CODE.matcher(text);
        return new Answer(Integer.parseInt(status.group(1)), code.find() ? code.group(1) : "-", text);
    }
}
