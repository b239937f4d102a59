package org.nocturne.adapters.nextflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nocturne.adapters.launch.Launcher;
import org.nocturne.adapters.launch.State;
import org.nocturne.core.work.Cause;

/**
 * Runs of pipelines, each in a folder of its own. They are started as calculations are, so they outlive this process, and the same order in the same place
 * finds a run that still lives.
 */
public final class PipelineRuns {
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final List<String> PRINTED = List.of(".command.out", ".command.err");

    private final NextflowJvm jvm;
    private final Launcher launcher;
    private final Duration limit;

    /** @param limit wall time of one run */
    public PipelineRuns(NextflowJvm jvm, Launcher launcher, Duration limit) {
        this.jvm = jvm;
        this.launcher = launcher;
        this.limit = limit;
    }

    /**
     * Starts the run, unless one of this order lives. Files that an earlier one has published are removed; those that still belong there come again.
     *
     * @param folder of this order alone; created
     * @param publishes the folder for published files
     * @throws IOException if it cannot be started
     */
    public void begin(PipelineOrder order, Path folder, Path publishes) throws IOException {
        Files.createDirectories(folder);
        String token = token(order, folder);
        if (launcher.look(token, folder) instanceof State.Running) {
            return;
        }
        for (Path old : filesBelow(publishes)) {
            Files.delete(old);
        }
        Files.writeString(folder.resolve(PipelineOrder.PARAMS), order.paramsText() + "\n");
        launcher.start(token, jvm.command(order.words(), Map.of()), folder, limit);
    }

    /**
     * What has become of a run that was begun; empty while it lives.
     *
     * @param publishes the folder for published files
     */
    public Optional<PipelineRun> look(PipelineOrder order, Path folder, Path publishes) throws IOException {
        var ending = launcher.look(token(order, folder), folder).ending();
        if (ending.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder said = new StringBuilder();
        for (String file : PRINTED) {
            if (Files.exists(folder.resolve(file))) {
                said.append(new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.UTF_8));
            }
        }
        return Optional.of(new PipelineRun(folder, ending.get(), filesBelow(publishes), said.toString()));
    }

    /** Ends the run, if it lives. */
    public void end(PipelineOrder order, Path folder) throws IOException {
        launcher.end(token(order, folder), folder, GRACE, Cause.CANCELLED);
    }

    /** Two folders may hold runs of one order. */
    private static String token(PipelineOrder order, Path folder) {
        return order.name() + "-" + Integer.toHexString(folder.toAbsolutePath().hashCode());
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
