package org.nocturne.adapters.builtin;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.nocturne.adapters.launch.Command;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Task;

/** The Java process in which the engine computes: the runner's own java, one thread, and no more jars and memory than it needs. */
final class EngineJvm {
    private static final int BASE_MEGABYTES = 192;
    private static final int BYTES_PER_ATOM_OF_A_FRAME =
            150; // positions and forces, and once more while they are written

    private EngineJvm() {}

    /** Started in the work directory, as every command is. */
    static Command command(Task task) {
        return new Command(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:ActiveProcessorCount=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xshare:auto",
                "-Xmx" + megabytes(task) + "m",
                "-cp",
                classPath(),
                EngineMain.class.getName(),
                "."));
    }

    private static long megabytes(Task task) {
        long frames = task instanceof Task.ReplicaTask replica ? replica.frames() : 2;
        return BASE_MEGABYTES + frames * task.start().size() * BYTES_PER_ATOM_OF_A_FRAME / 1_000_000;
    }

    private static String classPath() {
        return Stream.of(
                        EngineMain.class,
                        Structure.class,
                        ObjectMapper.class,
                        JsonFactory.class,
                        JsonProperty.class,
                        NullMarked.class)
                .map(EngineJvm::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> of) {
        try {
            return Path.of(of.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("where " + of + " was loaded from is no place: " + e.getMessage(), e);
        }
    }
}
