package org.nocturne.learning.train.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The work directory of one training. The runner writes what is learned from, {@code frames.bin} ({@link FrameSetWriter}) or
 * {@code structures.extxyz} (held-out ones say {@link #HELD_OUT} = 1), and {@code settings.json}; the JVM
 * that trains appends to {@code progress.jsonl}, keeps {@code checkpoint.bin}, and ends with {@code weights.bin} (the best weights as
 * float32, little endian, in the order of their layout) and {@code result.json}. What is not appended is written aside and renamed.
 */
public record WorkFiles(Path dir) {
    /** In the comment line of a structure: 1 where it judges, 0 where it teaches. */
    public static final String HELD_OUT = "held_out";

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    public Path frames() {
        return dir.resolve("frames.bin");
    }

    public Path structures() {
        return dir.resolve("structures.extxyz");
    }

    public Path checkpoint() {
        return dir.resolve("checkpoint.bin");
    }

    private Path settingsFile() {
        return dir.resolve("settings.json");
    }

    private Path resultFile() {
        return dir.resolve("result.json");
    }

    private Path weightsFile() {
        return dir.resolve("weights.bin");
    }

    private Path progressFile() {
        return dir.resolve("progress.jsonl");
    }

    public Optional<TrainingSettings> settings() {
        return read(settingsFile(), TrainingSettings.class);
    }

    public void write(TrainingSettings settings) {
        writeAside(settingsFile(), json(settings).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public Optional<TrainingResult> result() {
        return read(resultFile(), TrainingResult.class);
    }

    /** Weights first: where there is a result, they are whole. */
    public void write(TrainingResult result, float[] weights) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * weights.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(weights);
        writeAside(weightsFile(), buffer.array());
        writeAside(resultFile(), json(result).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public float[] weights() {
        try {
            ByteBuffer buffer =
                    ByteBuffer.wrap(Files.readAllBytes(weightsFile())).order(ByteOrder.LITTLE_ENDIAN);
            float[] out = new float[buffer.remaining() / 4];
            buffer.asFloatBuffer().get(out);
            return out;
        } catch (IOException e) {
            throw unreadable(weightsFile(), e);
        }
    }

    /** All lines so far; one that is being written is left for the next time. */
    public List<TrainingProgress> progress() {
        List<TrainingProgress> out = new ArrayList<>();
        try {
            if (Files.exists(progressFile())) {
                String text = Files.readString(progressFile());
                for (String line :
                        text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                    out.add(JSON.readValue(line, TrainingProgress.class));
                }
            }
            return out;
        } catch (IOException e) {
            throw unreadable(progressFile(), e);
        }
    }

    public void append(TrainingProgress progress) {
        try {
            Files.writeString(
                    progressFile(), json(progress) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(progressFile() + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Forgets lines about steps after this one, which will be done again. */
    public void truncateProgress(int step) {
        StringBuilder kept = new StringBuilder();
        progress().stream().filter(p -> p.step() <= step).forEach(p -> kept.append(json(p))
                .append('\n'));
        writeAside(progressFile(), kept.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Removes what an earlier training left, so that nothing of it is taken for a result of the next. */
    public void clear() {
        try {
            for (Path file : List.of(
                    resultFile(),
                    weightsFile(),
                    checkpoint(),
                    progressFile(),
                    settingsFile(),
                    frames(),
                    structures())) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(dir + " cannot be cleared: " + e.getMessage(), e);
        }
    }

    /** Writes beside, and renames: a name never stands for half a file. */
    public static void writeAside(Path file, byte[] bytes) {
        Path aside = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(aside, bytes);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static <T> Optional<T> read(Path file, Class<T> type) {
        try {
            return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), type)) : Optional.empty();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value, e);
        }
    }

    private static UncheckedIOException unreadable(Path file, IOException e) {
        return new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
    }
}
