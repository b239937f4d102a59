package org.nocturne.routes.cli.bench.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.adapters.launch.Subprocess;
import org.nocturne.routes.cli.bench.measure.ProcessorTime;
import org.nocturne.routes.cli.bench.measure.Timed;

/** The Atomic Simulation Environment (Python), which reads the same files frame by frame; its start is not counted. */
final class Ase {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Path OF_THE_SYSTEM = Path.of("/usr/bin/python3");
    private static final String NOTHING = "import ase.io";
    private static final String READ =
            "import sys, ase.io\nfor atoms in ase.io.iread(sys.argv[1], index=':', format=sys.argv[2]): pass";

    private final Path python;
    private final Path dir;

    private Ase(Path python, Path dir) {
        this.python = python;
        this.dir = dir;
    }

    /** Of the first Python that has it; empty where none does. */
    static Optional<Ase> find(Path dir) throws IOException, InterruptedException {
        List<Path> pythons = new ArrayList<>();
        Programs.find("python3").ifPresent(pythons::add);
        pythons.add(OF_THE_SYSTEM); // where packages of the distribution go, though another one may stand before it
        for (Path python : pythons) {
            Ase ase = new Ase(python, dir);
            if (Files.isExecutable(python) && ase.run(NOTHING).isPresent()) {
                return Optional.of(ase);
            }
        }
        return Optional.empty();
    }

    /** @throws IllegalStateException if it cannot read the file */
    Timed read(Path file, TrajectoryFormat format) throws IOException, InterruptedException {
        Timed start = run(NOTHING).orElseThrow();
        Timed whole = run(READ, file.toString(), format.ase())
                .orElseThrow(
                        () -> new IllegalStateException("ASE does not read " + file + "; " + said() + " says why"));
        return new Timed(whole.seconds() - start.seconds(), whole.processorSeconds() - start.processorSeconds());
    }

    private Path said() {
        return dir.resolve("ase.txt");
    }

    private Optional<Timed> run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(python.toString(), "-c", program));
        words.addAll(List.of(arguments));
        double processor = ProcessorTime.secondsOfEndedChildren();
        long begun = System.nanoTime();
        OptionalInt code = Subprocess.start(new Command(words), dir, said()).await(PATIENCE);
        double seconds = (System.nanoTime() - begun) / 1e9;
        return code.isPresent() && code.getAsInt() == 0
                ? Optional.of(new Timed(seconds, ProcessorTime.secondsOfEndedChildren() - processor))
                : Optional.empty();
    }
}
