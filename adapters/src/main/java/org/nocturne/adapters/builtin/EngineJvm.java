package org.nocturne.adapters.builtin;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nocturne.adapters.builtin.motion.Engine;
import org.nocturne.adapters.launch.Command;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Task;

/** The Java process in which the engine computes: the runner's own java, one thread, and no more jars and memory than it needs. */
final class EngineJvm {
    private static final int BASE_MEGABYTES = 192;
    /** Of an atom: positions and forces, and once more while they are written. */
    private static final double BYTES_PER_FRAME = 150;
    /** Index and vector, in arrays that are doubled and copied. */
    private static final double BYTES_PER_NEIGHBOUR = 120;

    private static final double DENSE_PER_CUBIC_ANGSTROM = 0.1;

    private EngineJvm() {}

    /** The executable. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Started in the work directory, as every command is. */
    static Command command(Task task, Engine engine) {
        List<String> arguments = new ArrayList<>(List.of(
                java(),
                "-XX:+UseSerialGC",
                "-XX:ActiveProcessorCount=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xmx" + megabytes(task, engine) + "m"));
        if (task instanceof Task.LabelTask) {
            arguments.add("-XX:TieredStopAtLevel=1"); // it ends before the better compiler has paid for itself
        }
        arguments.addAll(List.of("-cp", classPath(), EngineMain.class.getName(), "."));
        return new Command(arguments);
    }

    /** Room for Java itself, for the frames that are kept, and for the list of neighbours while it is made. */
    private static long megabytes(Task task, Engine engine) {
        long frames = task instanceof Task.ReplicaTask replica ? replica.frames() : 2;
        double reach = engine.potential().cutoffAngstrom() + engine.skinAngstrom();
        double density = task.start().cell().hasVolume() ? task.start().numberDensity() : DENSE_PER_CUBIC_ANGSTROM;
        double neighbours = density * 4 / 3 * Math.PI * reach * reach * reach;
        double bytes = frames * BYTES_PER_FRAME + neighbours * BYTES_PER_NEIGHBOUR;
        return BASE_MEGABYTES + (long) (bytes * task.start().size() / 1e6);
    }

    private static String classPath() {
        return Stream.of(
                        EngineMain.class,
                        Structure.class,
                        JavaDoubleParser.class,
                        ObjectMapper.class,
                        JsonFactory.class,
                        JsonProperty.class)
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
