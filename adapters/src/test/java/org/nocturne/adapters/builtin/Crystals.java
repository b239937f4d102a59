package org.nocturne.adapters.builtin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.nocturne.adapters.Code;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** Crystals and codes that the tests of the embedded engine share. */
final class Crystals {
    /** Argon: epsilon 119.8 K, sigma 3.405 angstrom (Rahman, Phys. Rev. 136, A405 (1964): 120 K and 3.4 angstrom). */
    static final double EPSILON_EV = 0.0103;

    static final double SIGMA_ANGSTROM = 3.405;

    private Crystals() {}

    static Structure silicon(double aAngstrom, int n) {
        double[] fractional = {
            0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0, .25, .25, .25, .25, .75, .75, .75, .25, .75, .75, .75, .25
        };
        return crystal(Element.SI, aAngstrom, fractional).repeated(n, n, n);
    }

    static Structure argon(double aAngstrom, int n) {
        return crystal(Element.AR, aAngstrom, new double[] {0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0})
                .repeated(n, n, n);
    }

    static Map<String, Object> stillingerWeber() {
        return Map.of("potential", "stillinger-weber");
    }

    static Map<String, Object> lennardJones(boolean shift) {
        return Map.of(
                "potential",
                "lennard-jones",
                "epsilon-ev",
                EPSILON_EV,
                "sigma-angstrom",
                SIGMA_ANGSTROM,
                "cutoff-angstrom",
                8.5,
                "shift",
                shift,
                "timestep-fs",
                4,
                "damp-fs",
                400);
    }

    static Code open(Map<String, Object> settings, Path campaignDir) {
        return new BuiltinProvider().open(settings, campaignDir);
    }

    /** Zincblende. */
    static Structure galliumNitride(double aAngstrom, int n) {
        Structure diamond = silicon(aAngstrom, 1);
        List<Element> species = new ArrayList<>(Collections.nCopies(4, Element.GA));
        species.addAll(Collections.nCopies(4, Element.N));
        return new Structure(diamond.cell(), species, diamond.xyzAngstrom()).repeated(n, n, n);
    }

    private static Structure crystal(Element element, double aAngstrom, double[] fractional) {
        double[] xyz = new double[fractional.length];
        for (int k = 0; k < xyz.length; k++) {
            xyz[k] = aAngstrom * fractional[k];
        }
        return new Structure(Cell.cubic(aAngstrom), Collections.nCopies(xyz.length / 3, element), xyz);
    }
}
