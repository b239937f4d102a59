package org.nocturne.routes.cli.step;

import org.jspecify.annotations.Nullable;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.scattering.PatternSettings;
import org.nocturne.generator.scattering.Resolution;
import org.nocturne.generator.scattering.ScatteringMethod;
import org.nocturne.generator.scattering.Window;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options that fix a pattern but for the structure. */
final class PatternOptions {
    private static final double DEFAULT_CRYSTAL_FWHM = 0.08;

    @Option(
            names = "--radiation",
            defaultValue = "xray",
            converter = EnumWord.OfRadiation.class,
            description = "xray or neutron; default ${DEFAULT-VALUE}.")
    Radiation radiation = Radiation.XRAY;

    @Option(
            names = "--q",
            defaultValue = "0.5:20:400",
            paramLabel = "FIRST:LAST:POINTS",
            converter = QGrid.Converter.class,
            description = "Grid in 1/angstrom; default ${DEFAULT-VALUE}.")
    QGrid q = new QGrid(0.5, 20, 400);

    @Option(
            names = "--method",
            converter = EnumWord.OfMethod.class,
            description = "exact and binned: I(q) of the finite cluster, as if there were no cell; "
                    + "kpoints: powder S(q) of a periodic crystal; pairs: S(q) of a liquid or glass. "
                    + "Default: kpoints where the cell is periodic in three directions, binned otherwise.")
    @Nullable
    ScatteringMethod method;

    /** The width of the instrument, said in one of two ways. */
    static final class Width {
        @Option(
                names = "--fwhm",
                paramLabel = "WIDTH",
                description = "Resolution, full width at half maximum, 1/angstrom.")
        @Nullable
        Double fwhmPerAngstrom;

        @Option(names = "--sigma", paramLabel = "WIDTH", description = "Resolution, standard deviation, 1/angstrom.")
        @Nullable
        Double sigmaPerAngstrom;
    }

    @ArgGroup
    @Nullable
    Width width;

    @Option(
            names = "--rmax",
            paramLabel = "ANGSTROM",
            description = "Cut-off of pairs; default: half the smallest height of the cell.")
    @Nullable
    Double rMaxAngstrom;

    @Option(
            names = "--window",
            defaultValue = "none",
            converter = EnumWord.OfWindow.class,
            description = "End of the pairs, none or lorch; default ${DEFAULT-VALUE}.")
    Window window = Window.NONE;

    @Option(
            names = "--b-iso",
            defaultValue = "0",
            paramLabel = "SQUARE-ANGSTROM",
            description = "Debye-Waller B of all atoms; leave 0 where the structures are thermal themselves.")
    double bIsoSquareAngstrom;

    /** The settings for structures like this one. */
    PatternSettings settings(Structure example) {
        ScatteringMethod chosen = method(example);
        PatternSettings settings = chosen == ScatteringMethod.PAIRS
                ? PatternSettings.disordered(radiation, rMax(example.cell()), q.qPerAngstrom())
                : PatternSettings.cluster(radiation, q.qPerAngstrom()).withMethod(chosen);
        return settings.withResolution(resolution(chosen)).withWindow(window).withBIso(bIsoSquareAngstrom);
    }

    private ScatteringMethod method(Structure example) {
        if (method != null) {
            return method;
        }
        return example.cell().isFullyPeriodic() ? ScatteringMethod.KPOINTS : ScatteringMethod.BINNED;
    }

    private Resolution resolution(ScatteringMethod chosen) {
        if (width != null && width.sigmaPerAngstrom != null) {
            return Resolution.constantSigma(width.sigmaPerAngstrom);
        }
        if (width != null && width.fwhmPerAngstrom != null) {
            return Resolution.constantFwhm(width.fwhmPerAngstrom);
        }
        return Resolution.constantFwhm(chosen == ScatteringMethod.KPOINTS ? DEFAULT_CRYSTAL_FWHM : 0);
    }

    private double rMax(Cell cell) {
        if (rMaxAngstrom != null) {
            return rMaxAngstrom;
        }
        if (!cell.isFullyPeriodic()) {
            throw new IllegalArgumentException(
                    "--method pairs needs a cell that is periodic in three directions; for a cluster take binned");
        }
        return cell.halfSmallestHeight();
    }
}
