package org.nocturne.routes.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.EventTable.Numbered;
import org.nocturne.learning.store.Store;

/**
 * Writes committed events to the campaign's log, one line each. The k-th line is the k-th event, so the log itself says how far it has
 * come: after a crash a torn last line is cut off and writing goes on with the next event. The log is always a prefix of the events.
 */
final class RouteLog implements Journal {
    private static final int BATCH = 500;

    private final Store store;
    private final FileChannel file;
    private final Function<Event, String> format;
    private final Consumer<Event> echo;
    private long written;
    /** The number of the last event that is written. */
    private long last;

    /**
     * Opens or continues a log.
     *
     * @param echo is told each event that is written, for the console
     */
    RouteLog(Path path, Store store, boolean json, Consumer<Event> echo) {
        this.store = store;
        this.format = json ? EventLine::json : EventLine::text;
        this.echo = echo;
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            written = countWholeLines();
            last = store.inTransaction(tx -> tx.events().numberOf(written));
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized long catchUp() {
        long before = written;
        List<Numbered> events;
        do {
            events = next();
            for (Numbered event : events) {
                write(format.apply(event.event()) + "\n");
                written++;
                last = event.id();
                echo.accept(event.event());
            }
        } while (events.size() == BATCH);
        return written - before;
    }

    private List<Numbered> next() {
        return store.inTransaction(tx -> tx.events().since(last, BATCH));
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String line) {
        try {
            long begin = file.position();
            try {
                ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
            } catch (IOException e) {
                file.truncate(begin); // on a full disk a part of the line may be there; it is written whole later
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the route log cannot be written: " + e.getMessage(), e);
        }
    }

    private long countWholeLines() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        long lines = 0;
        long end = 0;
        long position = 0;
        while (file.read(buffer, position) > 0) {
            buffer.flip();
            for (int k = 0; k < buffer.limit(); k++) {
                if (buffer.get(k) == '\n') {
                    lines++;
                    end = position + k + 1;
                }
            }
            position += buffer.limit();
            buffer.clear();
        }
        file.truncate(end);
        file.position(end);
        return lines;
    }
}
