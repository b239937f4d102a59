package org.nocturne.learning.ensemble;

import java.util.Arrays;
import org.nocturne.core.crystal.Displacements;
import org.nocturne.core.crystal.SiteAssignment;
import org.nocturne.core.crystal.Sites;
import org.nocturne.core.structure.Structure;

/** Measures configurations around one inherent structure; made once, used for generated and MD configurations alike. */
public final class Probe {
    private final Structure inherent;
    private final double inherentEnergyEv;
    private final WaveShells waves;
    private final DiffuseVectors diffuse;
    private final PairCounts pairs;
    private final Sites sites;

    /** @param inherentEnergyEv eV per cell */
    public Probe(Structure inherent, double inherentEnergyEv) {
        this.inherent = inherent;
        this.inherentEnergyEv = inherentEnergyEv;
        this.waves = WaveShells.of(inherent);
        this.diffuse = DiffuseVectors.of(inherent);
        this.pairs = PairCounts.of(inherent);
        this.sites = new Sites(inherent);
    }

    /**
     * Atoms that have exchanged sites are given the site that they stand on first, and counted.
     *
     * @param thermal the same atoms in the same order, in the same cell
     * @param energyEv its potential energy, eV per cell
     * @throws IllegalArgumentException if it has another number of atoms
     */
    public Configuration measure(Structure thermal, double energyEv) {
        if (thermal.size() != inherent.size()) {
            throw new IllegalArgumentException("a configuration of " + thermal.size()
                    + " atoms cannot be measured against an inherent structure of " + inherent.size());
        }
        SiteAssignment standing = sites.assign(thermal);
        double[] u = Displacements.of(inherent, standing.bySite(thermal));
        double meanSquare = Displacements.meanSquare(u);
        return new Configuration(
                energyEv - inherentEnergyEv,
                u,
                meanSquare,
                waves.powers(u),
                diffuse.intensities(u),
                pairs.of(u),
                fingerprint(u, Math.sqrt(meanSquare)),
                standing.hopped(),
                standing.strangers());
    }

    public Structure inherent() {
        return inherent;
    }

    public double inherentEnergyEv() {
        return inherentEnergyEv;
    }

    public int atoms() {
        return inherent.size();
    }

    public WaveShells waves() {
        return waves;
    }

    public DiffuseVectors diffuse() {
        return diffuse;
    }

    static double[] fingerprint(double[] u, double rms) {
        double[] out = new double[u.length / 3];
        for (int i = 0; i < out.length; i++) {
            double square = u[3 * i] * u[3 * i] + u[3 * i + 1] * u[3 * i + 1] + u[3 * i + 2] * u[3 * i + 2];
            out[i] = rms > 0 ? Math.sqrt(square) / rms : 0;
        }
        Arrays.sort(out);
        return out;
    }
}
