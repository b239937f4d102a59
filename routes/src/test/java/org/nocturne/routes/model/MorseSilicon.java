package org.nocturne.routes.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.nocturne.core.crystal.Displacements;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.NeighbourList;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.train.TrainingFrame;

/** A diamond crystal whose atoms attract and repel by Morse's law, which no force constants describe but any network can learn. */
public final class MorseSilicon {
    private static final double DEPTH_EV = 1.2;
    private static final double STEEPNESS = 1.6;

    private MorseSilicon() {}

    public static Structure crystal(int n) {
        double[] xyz = {
            0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0, .25, .25, .25, .25, .75, .75, .75, .25, .75, .75, .75, .25
        };
        for (int k = 0; k < xyz.length; k++) {
            xyz[k] *= 5.431;
        }
        return new Structure(Cell.cubic(5.431), Collections.nCopies(8, Element.SI), xyz).repeated(n, n, n);
    }

    /** Frames whose atoms are displaced at random, as widely as temperature would have it, with their forces. */
    public static List<TrainingFrame> frames(Structure crystal, int count, long seed, double... kelvin) {
        Random random = new Random(seed);
        List<TrainingFrame> out = new ArrayList<>();
        for (int f = 0; f < count; f++) {
            double t = kelvin[f % kelvin.length];
            double[] x = crystal.xyzAngstrom();
            for (int k = 0; k < x.length; k++) {
                x[k] += 0.0036 * Math.sqrt(t) * random.nextGaussian();
            }
            Structure thermal = new Structure(crystal.cell(), crystal.species(), x);
            out.add(new TrainingFrame(Kelvin.of(t), Displacements.of(crystal, thermal), forces(crystal, thermal)));
        }
        return out;
    }

    /** -dV/dx of V = D (1 - exp(-a (r - r0)))^2 over nearest neighbours, and a third of it over second ones (Morse 1929). */
    static double[] forces(Structure crystal, Structure thermal) {
        NeighbourList bonds = NeighbourList.of(crystal, 3.9);
        double[] out = new double[3 * crystal.size()];
        double[] d = new double[3];
        for (int i = 0; i < crystal.size(); i++) {
            for (int e = bonds.first(i); e < bonds.first(i + 1); e++) {
                int j = bonds.neighbour(e);
                d[0] = bonds.dx(e) + (thermal.x(j) - crystal.x(j)) - (thermal.x(i) - crystal.x(i));
                d[1] = bonds.dy(e) + (thermal.y(j) - crystal.y(j)) - (thermal.y(i) - crystal.y(i));
                d[2] = bonds.dz(e) + (thermal.z(j) - crystal.z(j)) - (thermal.z(i) - crystal.z(i));
                double r = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
                double decay = Math.exp(-STEEPNESS * (r - bonds.distance(e)));
                double depth = bonds.distance(e) < 3 ? DEPTH_EV : DEPTH_EV / 3;
                double slope = 2 * depth * STEEPNESS * (1 - decay) * decay;
                for (int k = 0; k < 3; k++) {
                    out[3 * i + k] += slope * d[k] / r;
                }
            }
        }
        return out;
    }
}
