package org.nocturne.learning.train;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nocturne.core.port.ProcessLauncher.Program;
import org.nocturne.learning.train.torch.TrainingMain;

/**
 * The JVM in which training runs: libtorch's memory and faults stay out of the runner's.
 *
 * @param java its executable
 * @param classPath of the runner
 * @param libraries folder with the jars of libtorch; empty name where they are on the class path already
 * @param cache folder into which their 450 MB of native libraries are unpacked once
 */
public record TrainerJvm(Path java, String classPath, String libraries, Path cache) {
    /** System property that names the folder of the jars; the launcher script sets it. */
    public static final String LIBRARIES_PROPERTY = "nocturne.training";

    /** The java, the class path and the cache folder of the user who runs this. */
    public static TrainerJvm ofThisOne() {
        String home = System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
        return new TrainerJvm(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                System.getProperty(LIBRARIES_PROPERTY, ""),
                Path.of(home, "nocturne", "javacpp"));
    }

    /**
     * The command that trains in a work directory.
     *
     * @throws TrainingException if the jars of libtorch are not there
     */
    Program program(Path workDir, int threads) {
        if (libraries.isEmpty() ? !classPath.contains("pytorch") : !Files.isDirectory(Path.of(libraries))) {
            throw new TrainingException("libtorch is not there: "
                    + (libraries.isEmpty() ? "no folder is named" : libraries + " is no folder")
                    + "; wanted are its jars in the folder that -D" + LIBRARIES_PROPERTY
                    + " names, as ./nocturne does");
        }
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Dorg.bytedeco.javacpp.cachedir=" + cache,
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0", // libtorch's memory is not the heap's to limit
                "-cp",
                libraries.isEmpty() ? classPath : classPath + File.pathSeparator + libraries + "/*",
                TrainingMain.class.getName(),
                workDir.toString()));
        // Waiting threads that spin made a step eighty times slower on a busy machine.
        return new Program(
                command,
                Map.of(
                        "OMP_WAIT_POLICY", "PASSIVE",
                        "OMP_NUM_THREADS", Integer.toString(threads),
                        "OPENBLAS_NUM_THREADS", "1"));
    }
}
