package org.nocturne.routes.cli.bench.scattering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Subprocess;
import org.nocturne.core.structure.Structure;
import org.nocturne.routes.cli.bench.measure.ProcessorTime;
import org.nocturne.routes.cli.bench.measure.Timed;

/** The program debyer (M. Wojdyr, github.com/wojdyr/debyer), which sums the same pairs of a cluster through bins of 0.001 angstrom. */
final class Debyer {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path program;
    private final Path dir;

    /** @param dir a new folder for its inputs and outputs */
    Debyer(Path program, Path dir) {
        this.program = program;
        this.dir = dir;
    }

    /** What it was timed at, and its pattern. */
    record Answer(Timed timed, double[] intensity) {}

    /**
     * X-ray pattern of a cluster, in electrons squared over the number of atoms. It computes at the middle of each step between two ends.
     *
     * @param q evenly spaced
     * @param threads of OpenMP; without it debyer has one
     */
    Answer pattern(Structure structure, double[] q, int threads) throws IOException, InterruptedException {
        Path input = dir.resolve("cluster.xyz");
        writeXyz(structure, input);
        Path output = dir.resolve("pattern.txt");
        double step = (q[q.length - 1] - q[0]) / (q.length - 1);
        List<String> arguments = List.of(
                program.toString(),
                "--xray",
                "--from=" + (q[0] - step / 2),
                "--to=" + (q[q.length - 1] + 0.51 * step),
                "--step=" + step,
                "--output=" + output,
                input.toString());
        Command command = new Command(arguments, Map.of("OMP_NUM_THREADS", Integer.toString(threads)));
        Path said = dir.resolve("debyer.txt");
        double processor = ProcessorTime.secondsOfEndedChildren();
        long begun = System.nanoTime();
        OptionalInt code = Subprocess.start(command, dir, said).await(PATIENCE);
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (code.isEmpty() || code.getAsInt() != 0) {
            throw new IllegalStateException(program + " gave no pattern; " + said + " says why");
        }
        return new Answer(
                new Timed(seconds, ProcessorTime.secondsOfEndedChildren() - processor), read(output, q.length));
    }

    private static void writeXyz(Structure structure, Path file) throws IOException {
        StringBuilder text = new StringBuilder().append(structure.size()).append("\ncluster\n");
        for (int i = 0; i < structure.size(); i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s %.9f %.9f %.9f%n",
                    structure.species(i).symbol(),
                    structure.x(i),
                    structure.y(i),
                    structure.z(i)));
        }
        Files.writeString(file, text);
    }

    private static double[] read(Path output, int points) throws IOException {
        double[] intensity = Files.readAllLines(output).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .mapToDouble(line -> Double.parseDouble(line.split("\\s+", -1)[1]))
                .toArray();
        if (intensity.length != points) {
            throw new IllegalStateException(output + " has " + intensity.length + " points; wanted are " + points);
        }
        return intensity;
    }
}
