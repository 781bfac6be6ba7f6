package org.manypaths.guide;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One answer of the guide: its content, what kind of content it is, and a tag that differs whenever the content does. */
public final class Page {

    static final String HTML = "text/html;charset=UTF-8";
    static final String JSON = "application/fhir+json;charset=UTF-8";
    static final String XML = "application/fhir+xml;charset=UTF-8";
    static final String ARCHIVE = "application/gzip";

    private final String mediaType;
    private final byte[] content;
    private final String etag;

    private Page(String mediaType, byte[] content) {
        this.mediaType = mediaType;
        this.content = content;
        this.etag = "\"" + digest(content) + "\"";
    }

    static Page of(String mediaType, String text) {
        return of(mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    static Page of(String mediaType, byte[] content) {
        return new Page(mediaType, content);
    }

    /** Enough of a SHA-256 to tell versions of one page apart. */
    static String digest(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String mediaType() {
        return mediaType;
    }

    byte[] content() {
        return content;
    }

    String etag() {
        return etag;
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }
}
