package org.nocturne.routes.cli.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nocturne.core.crystal.Displacements;
import org.nocturne.core.crystal.SiteTable;
import org.nocturne.core.port.ForceModel;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.thermal.ThermalProposer;
import org.nocturne.routes.cli.bench.measure.Growth;
import org.nocturne.routes.cli.bench.measure.ProcessorTime;

/** What a thermal sample costs as the crystal grows: n x n x n primitive cells with n = 8, 16, 32, ... */
final class ScaleBench {
    private static final int SMALLEST = 8;
    private static final int WARM_UP = 2;
    private static final int LARGE = 65_536;
    private static final double MIB = 1 << 20;

    private final Structure primitive;
    private final SiteTable sites;
    private final ForceModel model;
    private final Kelvin temperature;
    private final int draws;
    private final long seed;

    /**
     * One size.
     *
     * @param setUpSeconds force constants and the square roots of their blocks, once for a temperature
     * @param seconds of one sample, wall time, median over the draws
     * @param processorSeconds of one sample, all threads of this JVM, mean over the draws
     * @param peakHeapMiB most of the heap in use while samples were drawn, garbage not yet collected included
     * @param meanSquareRatio measured mean square displacement over kB T tr(H^-1) / N
     */
    record Row(
            int atoms,
            double setUpSeconds,
            double seconds,
            double processorSeconds,
            double peakHeapMiB,
            double meanSquareRatio) {}

    ScaleBench(Structure primitive, SiteTable sites, ForceModel model, Kelvin temperature, int draws, long seed) {
        this.primitive = primitive;
        this.sites = sites;
        this.model = model;
        this.temperature = temperature;
        this.draws = draws;
        this.seed = seed;
    }

    /** How many primitive cells along each axis, as far as that many atoms allow. */
    List<Integer> sizes(int mostAtoms) {
        List<Integer> out = new ArrayList<>();
        for (int n = SMALLEST; (long) n * n * n * primitive.size() <= mostAtoms; n *= 2) {
            out.add(n);
        }
        if (out.isEmpty()) {
            throw new IllegalArgumentException("--most-atoms is " + mostAtoms + "; at least "
                    + SMALLEST * SMALLEST * SMALLEST * primitive.size() + " are wanted for this crystal");
        }
        return out;
    }

    Row measure(int n) {
        ThermalProposer proposer = new ThermalProposer(primitive.repeated(n, n, n), sites, model);
        int atoms = proposer.inherent(temperature).size();
        long started = System.nanoTime();
        double predicted = proposer.meanSquare(temperature);
        double setUp = (System.nanoTime() - started) / 1e9;
        for (int k = 0; k < WARM_UP; k++) {
            proposer.propose(temperature, Generators.random(seed, k));
        }
        int times = draws * Math.max(1, LARGE / atoms); // small ones are over before a clock has ticked
        System.gc(); // what earlier sizes left behind is no memory of this one
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        double[] seconds = new double[times];
        double square = 0;
        long processor = ProcessorTime.nanos();
        for (int k = 0; k < times; k++) {
            long begun = System.nanoTime();
            double[] u = proposer.displacements(temperature, Generators.random(seed, WARM_UP + k));
            seconds[k] = (System.nanoTime() - begun) / 1e9;
            square += Displacements.meanSquare(u) / times;
        }
        double used = (ProcessorTime.nanos() - processor) / 1e9 / times;
        double peak = heap().stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum() / MIB;
        Arrays.sort(seconds);
        return new Row(atoms, setUp, seconds[times / 2], used, peak, square / predicted);
    }

    /** Slope of log t against log N; NaN with one size. */
    static double slope(List<Row> rows) {
        return Growth.slope(
                rows.stream().mapToDouble(Row::atoms).toArray(),
                rows.stream().mapToDouble(Row::seconds).toArray());
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP)
                .toList();
    }
}
