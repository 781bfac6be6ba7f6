package org.manypaths.narrative;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;

/**
 * Our own words for codes whose official name would wound the person it is about.
 *
 * <p>The table is {@code terminology/own-labels.csv}. It changes what people read, never what is stored or sent.
 */
public final class OwnLabels {

    private static final String TABLE = "/terminology/own-labels.csv";
    private static final int COLUMNS = 3;

    private final Map<String, String> labels;

    private OwnLabels(Map<String, String> labels) {
        this.labels = Map.copyOf(labels);
    }

    /**
     * The labels of this build.
     *
     * @throws IllegalStateException if the build left them out
     */
    public static OwnLabels fromClassPath() {
        try (InputStream in = OwnLabels.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("The own labels are missing from the class path: " + TABLE);
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Labels by a table with the columns system, code and label, of which only the last may hold commas. */
    static OwnLabels of(String csv) {
        Map<String, String> labels = new HashMap<>();
        csv.lines().skip(1).filter(line -> !line.isBlank()).forEach(line -> {
            String[] cells = line.split(",", COLUMNS);
            labels.put(key(cells[0], cells[1]), cells[2].replaceAll("^\"|\"$", ""));
        });
        return new OwnLabels(labels);
    }

    /** Our own word for a code, if it has one. */
    public Optional<String> find(Coding coding) {
        return coding.hasSystem() && coding.hasCode()
                ? Optional.ofNullable(labels.get(key(coding.getSystem(), coding.getCode())))
                : Optional.empty();
    }

    /** What a person reads for a code: our own word, or its official name. */
    public String of(Coding coding) {
        return find(coding).orElse(coding.hasDisplay() ? coding.getDisplay() : "");
    }

    private static String key(String system, String code) {
        return system + "|" + code;
    }
}
