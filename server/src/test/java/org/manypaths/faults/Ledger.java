package org.manypaths.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** The senders' memory: what was sent, and, on the disk before the next is sent, what was acknowledged. */
final class Ledger implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private final Queue<Parcel> sent = new ConcurrentLinkedQueue<>();

    Ledger(Path file) {
        this.file = file;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void sending(Parcel parcel) {
        sent.add(parcel);
    }

    /** Returns when the acknowledgement is on the disk. */
    synchronized void acknowledged(Parcel parcel, Set<String> ids) throws IOException {
        String line = parcel.name() + " " + String.join(",", ids) + "\n";
        channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
    }

    Iterable<Parcel> sent() {
        return sent;
    }

    /** Acknowledged ids, as {@code Type/id}, by the name of their parcel. */
    Map<String, Set<String>> acknowledgements() {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toMap(line -> line[0], line -> Set.of(line[1].split(",", -1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
