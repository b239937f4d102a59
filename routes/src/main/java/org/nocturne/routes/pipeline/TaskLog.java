package org.nocturne.routes.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.learning.store.Event;
import org.nocturne.routes.run.EventLine;

/** One line for each task that has ended, in the form of the route log, at the end of a file. */
public final class TaskLog {
    private static final String STEP = "task";

    private final Path file;
    private final Clock clock;

    public TaskLog(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    void ended(EndedTask ended) {
        Map<String, String> fields = fields(ended.task());
        Finished finished = ended.finished();
        boolean good = finished.succeeded() && ended.problem().isEmpty();
        fields.put(good ? "ok" : "exit", good ? "" : Integer.toString(finished.exitCode()));
        ended.problem().ifPresent(why -> fields.put("why", quoted(why)));
        fields.put("took", finished.took().toMillis() / 1000.0 + "s");
        fields.put("cpus", Integer.toString(ended.task().cpus()));
        write(good ? Event.Level.INFO : Event.Level.WARN, fields);
    }

    void refused(PipelineTask task, String why) {
        Map<String, String> fields = fields(task);
        fields.put("refused", "");
        fields.put("why", quoted(why));
        fields.put("cpus", Integer.toString(task.cpus()));
        write(Event.Level.WARN, fields);
    }

    private static Map<String, String> fields(PipelineTask task) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("process", task.process());
        fields.put("task", quoted(task.name()));
        fields.put("hash", task.hash());
        fields.put("try", Integer.toString(task.attempt()));
        return fields;
    }

    private static String quoted(String text) {
        return '"' + text.replace('"', '\'') + '"';
    }

    private void write(Event.Level level, Map<String, String> fields) {
        String line = EventLine.text(new Event(clock.instant(), level, STEP, fields)) + "\n";
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }
}
