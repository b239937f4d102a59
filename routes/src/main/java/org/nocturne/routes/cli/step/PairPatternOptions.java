package org.nocturne.routes.cli.step;

import org.jspecify.annotations.Nullable;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.misfit.Adjustment;
import org.nocturne.generator.refinement.HeldOutPoints;
import org.nocturne.generator.scattering.PatternSettings;
import org.nocturne.generator.scattering.Window;
import picocli.CommandLine.Option;

/** How the pattern of a disordered set is computed, and what of it is fitted. */
final class PairPatternOptions {
    @Option(
            names = "--radiation",
            defaultValue = "xray",
            converter = EnumWord.OfRadiation.class,
            description = "xray or neutron; default ${DEFAULT-VALUE}.")
    Radiation radiation = Radiation.XRAY;

    @Option(
            names = "--rmax",
            paramLabel = "ANGSTROM",
            description = "Cut-off of pairs, that of the target; default: half the smallest height of any cell.")
    @Nullable
    Double rMaxAngstrom;

    @Option(
            names = "--window",
            defaultValue = "none",
            converter = EnumWord.OfWindow.class,
            description = "End of the pairs, none or lorch, that of the target; default ${DEFAULT-VALUE}.")
    Window window = Window.NONE;

    @Option(
            names = "--adjust",
            defaultValue = "none",
            converter = EnumWord.OfAdjustment.class,
            description = "none, scale, or scale-and-background; default ${DEFAULT-VALUE}, since S(q) is absolute.")
    Adjustment adjust = Adjustment.NONE;

    @Option(
            names = "--hold-out",
            defaultValue = "4",
            paramLabel = "N",
            description = "Every Nth point of the target is never fitted; 0 for none; default ${DEFAULT-VALUE}.")
    int holdOut = 4;

    HeldOutPoints points() {
        return new HeldOutPoints(holdOut);
    }

    PatternSettings pattern(Iterable<Structure> structures, double[] qPerAngstrom) {
        double rMax = rMaxAngstrom == null ? Double.POSITIVE_INFINITY : rMaxAngstrom;
        for (Structure one : structures) {
            if (!one.cell().isFullyPeriodic()) {
                throw new IllegalArgumentException(
                        "--structures holds one that is not periodic in three directions; wanted are glasses in their cells");
            }
            if (rMaxAngstrom == null) {
                rMax = Math.min(rMax, one.cell().halfSmallestHeight());
            }
        }
        return PatternSettings.disordered(radiation, rMax, qPerAngstrom).withWindow(window);
    }
}
