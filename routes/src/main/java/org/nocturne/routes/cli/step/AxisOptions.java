package org.nocturne.routes.cli.step;

import org.jspecify.annotations.Nullable;
import org.nocturne.core.format.SpectrumFile;
import org.nocturne.core.spectrum.PatternAxis;
import picocli.CommandLine.Option;

/** What a person says of the first column of a measured pattern. */
public final class AxisOptions {
    @Option(
            names = "--axis",
            paramLabel = "AXIS",
            description = "What the first column is: q (1/angstrom), q-nm (1/nm) or two-theta (degree);"
                    + " default: what the file says, else q.")
    private @Nullable String axis;

    @Option(names = "--wavelength", paramLabel = "ANGSTROM", description = "Of two-theta; default: what the file says.")
    private @Nullable Double wavelengthAngstrom;

    /** As it was typed. */
    public @Nullable String axis() {
        return axis;
    }

    public @Nullable Double wavelengthAngstrom() {
        return wavelengthAngstrom;
    }

    /** @throws IllegalArgumentException if the axis is none */
    public SpectrumFile.Said said() {
        PatternAxis known = axis == null
                ? null
                : PatternAxis.ofWord(axis)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "--axis is '" + axis + "'; wanted is one of q, q-nm, two-theta"));
        return new SpectrumFile.Said(known, wavelengthAngstrom);
    }
}
