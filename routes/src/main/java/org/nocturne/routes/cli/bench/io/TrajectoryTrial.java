package org.nocturne.routes.cli.bench.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.format.XyzColumn;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.structure.Structure;
import org.nocturne.routes.cli.bench.inputs.Rattled;
import org.nocturne.routes.cli.bench.measure.Timed;

/** Writes and reads one trajectory of rattled silicon with forces in one format, as often as is wanted. */
final class TrajectoryTrial {
    private static final double MEGABYTE = 1e6;
    private static final double MIB = 1 << 20;

    /** ASE reads so many frames: its rate is the same in longer files, and it would take minutes. */
    private static final int FRAMES_OF_ASE = 4;

    private final XyzFrame frame;
    private final int repeats;
    private final Path dir;
    private final @Nullable Ase ase;

    /** @param cells along each edge: 8 cells^3 atoms */
    TrajectoryTrial(int cells, int repeats, Path dir, @Nullable Ase ase) {
        Structure structure = Rattled.silicon(cells, 1);
        Random random = new Random(2);
        double[] forces = new double[3 * structure.size()];
        for (int k = 0; k < forces.length; k++) {
            forces[k] = random.nextGaussian();
        }
        this.frame = new XyzFrame(structure, Map.of(), Map.of("forces", new XyzColumn.Reals(3, forces)));
        this.repeats = repeats;
        this.dir = dir;
        this.ase = ase;
    }

    /** @param megabytes about so long a file */
    List<IoRow> run(TrajectoryFormat format, double megabytes) throws IOException, InterruptedException {
        Path file = dir.resolve(format.ase());
        format.write(frame, 1, file);
        int frames = (int) Math.max(3, Math.round(megabytes * MEGABYTE / Files.size(file)));
        Timed written = median(() -> format.write(frame, frames, file));
        double size = Files.size(file) / MEGABYTE;
        Timed read = median(() -> requireAll(frames, format.read(file, (number, one) -> {})));
        double[] heap = heap(format, file, frames);
        Optional<Double> aseRate = aseRate(format);
        IoRow reading = IoRow.of(format, "read", size, read).withHeap(heap[0], heap[1]);
        return List.of(
                IoRow.of(format, "write", size, written),
                aseRate.map(reading::beside).orElse(reading));
    }

    private interface Work {
        void run() throws IOException;
    }

    private Timed median(Work work) {
        Runnable plain = () -> {
            try {
                work.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        plain.run(); // the compiler's part
        return Timed.median(
                IntStream.range(0, repeats).mapToObj(k -> Timed.of(plain)).toArray(Timed[]::new));
    }

    /** What lives after a third of the file and after all of it. */
    private static double[] heap(TrajectoryFormat format, Path file, int frames) throws IOException {
        double[] live = new double[2];
        format.read(file, (number, one) -> {
            if (number == frames / 3 || number == frames - 1) {
                live[number == frames - 1 ? 1 : 0] = live();
            }
        });
        return live;
    }

    private static double live() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MIB;
    }

    private static void requireAll(int wanted, int found) {
        if (found != wanted) {
            throw new IllegalStateException(found + " frames came back of " + wanted);
        }
    }

    private Optional<Double> aseRate(TrajectoryFormat format) throws IOException, InterruptedException {
        if (ase == null) {
            return Optional.empty();
        }
        Path few = dir.resolve("few-" + format.ase());
        format.write(frame, FRAMES_OF_ASE, few);
        return Optional.of(Files.size(few) / MEGABYTE / ase.read(few, format).processorSeconds());
    }
}
