package org.nocturne.adapters.builtin.potential;

import java.util.List;
import org.nocturne.core.structure.Element;

/**
 * Lennard-Jones, E = sum_{i<j} 4 e [(s/r)^12 - (s/r)^6] for r below the cut-off (Lennard-Jones, Proc. R. Soc. Lond. A 106, 463 (1924)), of
 * one element. Shifted, each pair's energy is that minus its value at the cut-off; forces are the same either way, and without a tail
 * correction, as in LAMMPS' {@code pair_style lj/cut}.
 *
 * @param epsilonEv depth of the well
 * @param sigmaAngstrom where the energy is zero
 * @param shifted whether the energy is brought to zero at the cut-off
 */
public record LennardJones(double epsilonEv, double sigmaAngstrom, double cutoffAngstrom, boolean shifted)
        implements Potential {

    public LennardJones {
        if (!(epsilonEv > 0 && sigmaAngstrom > 0 && cutoffAngstrom > 0)) {
            throw new IllegalArgumentException("Lennard-Jones has epsilon " + epsilonEv + " eV, sigma " + sigmaAngstrom
                    + " angstrom, cut-off " + cutoffAngstrom + " angstrom; each must be above 0");
        }
    }

    @Override
    public Interactions among(List<Element> species) {
        if (species.stream().distinct().count() > 1) {
            throw new IllegalArgumentException("Lennard-Jones is for one element; the structure holds "
                    + species.stream().distinct().map(Element::symbol).toList());
        }
        return this::add;
    }

    private double add(VerletList list, double[] forces) {
        double[] xyz = list.points.xyz;
        double cutoffSquare = cutoffAngstrom * cutoffAngstrom;
        double sigmaSquare = sigmaAngstrom * sigmaAngstrom;
        double offset = shifted ? pairEnergy(sigmaSquare / cutoffSquare) : 0;
        double energy = 0;
        for (int i = 0; i < list.atoms; i++) {
            double fx = 0;
            double fy = 0;
            double fz = 0;
            for (int e = list.start[i]; e < list.middle[i]; e++) {
                int p = list.entry[e];
                double x = xyz[3 * p] - xyz[3 * i];
                double y = xyz[3 * p + 1] - xyz[3 * i + 1];
                double z = xyz[3 * p + 2] - xyz[3 * i + 2];
                double square = x * x + y * y + z * z;
                if (square >= cutoffSquare) {
                    continue;
                }
                double part = list.points.owner[p] == i ? 0.5 : 1; // an image of the atom itself is there twice
                double x2 = sigmaSquare / square;
                double x6 = x2 * x2 * x2;
                energy += part * (pairEnergy(x2) - offset);
                double f = part * 24 * epsilonEv * x6 * (2 * x6 - 1) / square;
                fx += f * x;
                fy += f * y;
                fz += f * z;
                forces[3 * p] += f * x;
                forces[3 * p + 1] += f * y;
                forces[3 * p + 2] += f * z;
            }
            forces[3 * i] -= fx;
            forces[3 * i + 1] -= fy;
            forces[3 * i + 2] -= fz;
        }
        return energy;
    }

    /** @param x2 (s/r)^2 */
    private double pairEnergy(double x2) {
        double x6 = x2 * x2 * x2;
        return 4 * epsilonEv * x6 * (x6 - 1);
    }
}
