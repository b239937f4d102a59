package org.nocturne.learning.trajectory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.ensemble.Configuration;
import org.nocturne.learning.ensemble.Ensemble;
import org.nocturne.learning.ensemble.Probe;

/**
 * One trajectory, measured frame by frame. At most {@value #MOST} configurations are kept, evenly spaced: when there are more, every
 * second one is dropped and half as many of what follows are taken. Energies are kept of every frame.
 */
public final class Trajectory {
    static final int MOST = 1000;

    private final Probe probe;
    private final Course course;
    private final List<Configuration> kept = new ArrayList<>();
    private double[] energiesEv = new double[64];
    private int frames;
    private int stride = 1;
    private boolean allForces = true;
    private boolean allEnergies = true;

    public Trajectory(Probe probe, Course course) {
        this.probe = probe;
        this.course = course;
    }

    /**
     * @param around from {@link Anchor}
     * @param energyEv potential energy of the cell; NaN where it is not known
     */
    public void add(Structure around, double energyEv, boolean hasForces) {
        allForces &= hasForces;
        allEnergies &= Double.isFinite(energyEv);
        if (frames == energiesEv.length) {
            energiesEv = Arrays.copyOf(energiesEv, 2 * frames);
        }
        energiesEv[frames] = energyEv;
        if (frames % stride == 0) {
            kept.add(probe.measure(around, energyEv));
        }
        frames++;
        if (kept.size() > MOST) {
            for (int k = kept.size() - 1; k > 0; k--) {
                if (k % 2 == 1) {
                    kept.remove(k);
                }
            }
            stride *= 2;
        }
    }

    public Course course() {
        return course;
    }

    public int frames() {
        return frames;
    }

    public boolean hasForces() {
        return allForces && frames > 0;
    }

    public boolean hasEnergies() {
        return allEnergies && frames > 0;
    }

    /** The configurations that were kept, in time order. */
    public Ensemble ensemble() {
        Ensemble out = new Ensemble(probe);
        kept.forEach(out::add);
        return out;
    }

    /** Energies of every frame, eV above the inherent structure. */
    public double[] energiesEv() {
        double[] out = Arrays.copyOf(energiesEv, frames);
        for (int k = 0; k < frames; k++) {
            out[k] -= probe.inherentEnergyEv();
        }
        return out;
    }
}
