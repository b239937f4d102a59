package org.nocturne.routes.cli.bench.inputs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.SpectrumFile;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.scattering.PatternSettings;
import org.nocturne.generator.scattering.Patterns;
import org.nocturne.generator.scattering.Resolution;

/** The inputs of small true campaigns: the cubic cell of silicon, and the X-ray pattern of the perfect crystal as their target. */
public final class PerfectSilicon {
    /** angstrom, of the Stillinger-Weber potential at 0 K (Stillinger and Weber 1985). */
    private static final double EDGE = 5.431;

    private static final double[] SITES = {
        0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0, .25, .25, .25, .25, .75, .75, .75, .25, .75, .75, .75, .25
    };

    private PerfectSilicon() {}

    /** The cubic cell of eight atoms. */
    public static Structure cell() {
        double[] xyz = SITES.clone();
        for (int k = 0; k < xyz.length; k++) {
            xyz[k] *= EDGE;
        }
        return new Structure(Cell.cubic(EDGE), Collections.nCopies(8, Element.SI), xyz);
    }

    /**
     * Writes {@code cell.extxyz} and {@code target.xye}.
     *
     * @param repeat copies of the cell along each edge in the campaign
     */
    public static void write(Path dir, int repeat) throws IOException {
        Files.createDirectories(dir);
        Structure cell = cell();
        ExtendedXyz.write(List.of(new XyzFrame(cell)), dir.resolve("cell.extxyz"));
        double[] q = new double[100];
        double[] sigma = new double[q.length];
        for (int k = 0; k < q.length; k++) {
            q[k] = 1.5 + 0.05 * k;
            sigma[k] = 0.1;
        }
        double[] pattern = Patterns.observable(PatternSettings.crystal(Radiation.XRAY, Resolution.constantFwhm(0.2), q))
                .intensity(cell.repeated(repeat, repeat, repeat));
        SpectrumFile.write(
                dir.resolve("target.xye"), new Spectrum(q, pattern, sigma), List.of("perfect silicon, synthetic"));
    }
}
