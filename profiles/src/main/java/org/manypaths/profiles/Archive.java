package org.manypaths.profiles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** A {@code .tgz} that depends on nothing but the names and the content of its files: no clock, no owner, no order. */
final class Archive {

    private static final long MODIFIED = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

    private Archive() {}

    static byte[] of(SortedMap<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes, gzipWithoutClock()), "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                tar.putArchiveEntry(entry(file.getKey(), file.getValue().length));
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static GzipParameters gzipWithoutClock() {
        GzipParameters parameters = new GzipParameters();
        parameters.setModificationTime(0);
        return parameters;
    }

    private static TarArchiveEntry entry(String name, int size) {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setModTime(MODIFIED);
        entry.setIds(0, 0);
        entry.setNames("", "");
        return entry;
    }
}
