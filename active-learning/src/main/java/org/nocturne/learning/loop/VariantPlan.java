package org.nocturne.learning.loop;

import java.util.Locale;
import java.util.Optional;

/**
 * How variants are made of a library of inherent structures.
 *
 * @param sigmaAngstrom noise that is put on a parent
 * @param denoiser what takes it away again, by its name; empty where minimisation alone does
 */
public record VariantPlan(double sigmaAngstrom, Optional<String> denoiser) {

    /** "noise of 0.4 angstrom, taken away by a denoiser (silicon)". */
    public String inWords() {
        return String.format(Locale.ROOT, "noise of %s angstrom", sigmaAngstrom)
                + denoiser.map(name -> ", taken away by a denoiser (" + name + ")")
                        .orElse(" alone, which no denoiser takes away, only minimisation by the code");
    }
}
