package org.nocturne.routes.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.nocturne.adapters.nextflow.PipelineRun;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.PipelineTable.PipelineTask;
import org.nocturne.learning.store.Store;

/**
 * Takes the tasks of a pipeline that a job runs into the store and the route log, while it runs: each line of the log that the pipeline writes into its
 * work directory becomes one row and one event, in one transaction with how far the log has been read.
 */
final class PipelineIntake {
    private static final long AT_LEAST_NANOS = Duration.ofSeconds(1).toNanos();
    private static final String STEP = "task";

    private final Store store;
    private final Path campaignDir;
    private final LongSupplier nanoTime;
    private final Map<String, Long> looked = new ConcurrentHashMap<>();

    /** @param nanoTime by a clock that nobody sets */
    PipelineIntake(Store store, Path campaignDir, LongSupplier nanoTime) {
        this.store = store;
        this.campaignDir = campaignDir;
        this.nanoTime = nanoTime;
    }

    /** Of a job that runs; once a second at most. */
    void look(Job job) throws IOException {
        long now = nanoTime.getAsLong();
        Long last = looked.get(job.claimedToken());
        if (last == null || now - last >= AT_LEAST_NANOS) {
            looked.put(job.claimedToken(), now);
            takeAll(job);
        }
    }

    /** Of a job that has ended: what is left. */
    void end(Job job) throws IOException {
        looked.remove(job.claimedToken());
        takeAll(job);
    }

    private void takeAll(Job job) throws IOException {
        Path log = campaignDir.resolve(job.claimedWorkDir()).resolve(PipelineRun.TASK_LOG);
        if (!Files.exists(log)) {
            return;
        }
        WholeLines file =
                new WholeLines(log, store.inTransaction(tx -> tx.pipelines().readBytes(job.claimedWorkDir())));
        for (List<String> lines = file.readOn(); !lines.isEmpty(); lines = file.readOn()) {
            take(job, lines, file.position());
        }
    }

    private void take(Job job, List<String> lines, long position) {
        List<PipelineTask> tasks = new ArrayList<>();
        List<Map<String, String>> told = new ArrayList<>();
        for (String line : lines) {
            RouteLogLine.read(1, line).filter(read -> read.step().equals(STEP)).ifPresent(read -> {
                task(read.fields()).ifPresent(task -> {
                    tasks.add(task);
                    told.add(read.fields());
                });
            });
        }
        store.inTransaction(tx -> {
            tx.pipelines().read(job.claimedWorkDir(), position, tasks);
            String campaign = tx.campaign().find().orElseThrow().name();
            for (int k = 0; k < tasks.size(); k++) {
                Event.Level level = tasks.get(k).ok() ? Event.Level.INFO : Event.Level.WARN;
                tx.events().append(level, STEP, fields(campaign, job, told.get(k)));
            }
            return null;
        });
    }

    /** Empty where the line is not one of ours: the file lies where a program may write. */
    private static Optional<PipelineTask> task(Map<String, String> fields) {
        try {
            return Optional.of(new PipelineTask(
                    text(fields, "process"),
                    text(fields, "task"),
                    text(fields, "hash"),
                    Integer.parseInt(text(fields, "try")),
                    fields.containsKey("ok"),
                    seconds(fields.getOrDefault("took", "0s")),
                    Integer.parseInt(text(fields, "cpus"))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(Map<String, String> fields, String key) {
        return Optional.ofNullable(fields.get(key)).orElseThrow(() -> new IllegalArgumentException("no " + key));
    }

    private static double seconds(String text) {
        if (!text.matches("\\d{1,9}(\\.\\d{1,9})?s")) {
            throw new IllegalArgumentException("no seconds: " + text);
        }
        return Double.parseDouble(text.substring(0, text.length() - 1));
    }

    private static Map<String, String> fields(String campaign, Job job, Map<String, String> told) {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("campaign", campaign);
        out.put("of", job.step().word());
        out.put("dir", job.claimedWorkDir());
        told.forEach((key, value) -> {
            if (!List.of("at", "level", "step").contains(key)) {
                out.put(key, key.equals("ok") || key.equals("refused") ? "" : quoted(key, value));
            }
        });
        return out;
    }

    private static String quoted(String key, String value) {
        boolean text = key.equals("task") || key.equals("why");
        return text ? '"' + value.replace('"', '\'') + '"' : value;
    }
}
