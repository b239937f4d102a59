package org.nocturne.learning.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.nocturne.core.format.Sha256;
import org.nocturne.core.port.ProcessLauncher;
import org.nocturne.core.port.ProcessLauncher.Phase;
import org.nocturne.core.port.ProcessLauncher.Standing;
import org.nocturne.learning.train.job.TrainingProgress;
import org.nocturne.learning.train.job.TrainingResult;
import org.nocturne.learning.train.job.TrainingSettings;
import org.nocturne.learning.train.job.WorkFiles;

/**
 * Trainings in a JVM aside. A work directory that holds a checkpoint of the same data and the same settings is gone on with; one that
 * holds anything else is cleared.
 */
public final class AsideTraining {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int SLOWEST = 20; // wall time over CPU time, on a machine with other work to do
    private static final int LAST_LINES = 5;

    private final ProcessLauncher launcher;
    private final TrainerJvm jvm;
    private volatile boolean stopping;

    public AsideTraining(ProcessLauncher launcher, TrainerJvm jvm) {
        this.launcher = launcher;
        this.jvm = jvm;
    }

    /** Writes what is learned from. */
    public interface Data {
        void writeTo(Path file) throws IOException;
    }

    /**
     * Trains to the end and waits for it.
     *
     * @param place of the data among the files
     * @param settings given the SHA-256 of the data
     * @param told each line of progress, once
     * @throws TrainingException if the JVM that trains fails
     * @throws TrainingStoppedException if {@link #stop} was called meanwhile
     */
    public TrainingResult run(
            WorkFiles files,
            Path place,
            Data data,
            Function<String, TrainingSettings> settings,
            Consumer<TrainingProgress> told) {
        TrainingSettings wanted = prepare(files, place, data, settings);
        if (files.result().isEmpty()) {
            run(files, wanted, told);
        }
        return files.result()
                .orElseThrow(() -> new TrainingException(files.dir() + ": the training ended without a result"));
    }

    /** Has every training that goes on here end soon, with a {@link TrainingStoppedException}; its checkpoint stays. */
    public void stop() {
        stopping = true;
    }

    private void end(WorkFiles files) {
        files.settings().ifPresent(s -> launcher.end(token(files, s), files.dir()));
    }

    private TrainingSettings prepare(
            WorkFiles files, Path place, Data data, Function<String, TrainingSettings> settings) {
        try {
            Files.createDirectories(files.dir());
            Path fresh = place.resolveSibling(place.getFileName() + ".new");
            data.writeTo(fresh);
            TrainingSettings wanted = settings.apply(Sha256.of(fresh));
            if (files.settings().filter(wanted::equals).isPresent()) {
                Files.delete(fresh);
            } else {
                end(files);
                files.clear();
                Files.move(fresh, place);
                files.write(wanted);
            }
            return wanted;
        } catch (IOException e) {
            throw new UncheckedIOException(files.dir() + ": " + e.getMessage(), e);
        }
    }

    /** Names the training for ever: a runner that comes back finds it alive. */
    private static String token(WorkFiles files, TrainingSettings settings) {
        return "train-" + Sha256.of(files.dir() + " " + settings).substring(0, 24);
    }

    private void run(WorkFiles files, TrainingSettings settings, Consumer<TrainingProgress> told) {
        String token = token(files, settings);
        int known = 0;
        if (launcher.look(token, files.dir()).phase() != Phase.RUNNING) {
            known = files.progress().size();
            launcher.start(token, jvm.program(files.dir(), settings.threads()), files.dir(), limit(settings));
        }
        Standing standing;
        do {
            if (stopping || !pause()) {
                launcher.end(token, files.dir());
                throw new TrainingStoppedException(files.dir());
            }
            standing = launcher.look(token, files.dir());
            List<TrainingProgress> lines = files.progress();
            lines.subList(Math.min(known, lines.size()), lines.size()).forEach(told);
            known = Math.max(known, lines.size());
        } while (standing.phase() == Phase.RUNNING);
        if (standing.phase() != Phase.SUCCEEDED) {
            throw new TrainingException(files.dir() + ": the training ended with " + standing.ending() + ": "
                    + lastWords(standing.errors()) + "; see " + standing.errors());
        }
    }

    private static Duration limit(TrainingSettings settings) {
        return settings.steps() > 0
                ? Duration.ofDays(2)
                : Duration.ofSeconds((long) (60 * settings.minutes() * SLOWEST) + 300);
    }

    /** The exception that ended the JVM, or its last words. */
    private static String lastWords(Path file) {
        try {
            List<String> all = Files.readAllLines(file);
            return all.stream()
                    .filter(line -> line.startsWith("Exception in thread") || line.startsWith("Caused by"))
                    .reduce((first, second) -> first + " | " + second)
                    .orElseGet(() -> String.join(" | ", all.subList(Math.max(0, all.size() - LAST_LINES), all.size())));
        } catch (IOException e) {
            return file + " cannot be read: " + e.getMessage();
        }
    }

    /** Whether nobody interrupted it. */
    private static boolean pause() {
        try {
            Thread.sleep(POLL.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
