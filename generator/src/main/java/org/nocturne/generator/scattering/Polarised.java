package org.nocturne.generator.scattering;

import org.nocturne.core.structure.Structure;

/** An observable behind a polarisation factor: S(q) becomes what the counter of a diffractometer sees, up to scale and background. */
public final class Polarised implements DifferentiableObservable {
    private final DifferentiableObservable bare;
    private final double[] factor;

    /** @param qPerAngstrom the grid of {@code bare}; the axis has to reach all of it */
    public Polarised(DifferentiableObservable bare, LorentzPolarisation polarisation, double[] qPerAngstrom) {
        this.bare = bare;
        this.factor = new double[qPerAngstrom.length];
        for (int k = 0; k < factor.length; k++) {
            factor[k] = polarisation.polarisation(qPerAngstrom[k]);
        }
    }

    @Override
    public double[] intensity(Structure structure) {
        return times(bare.intensity(structure));
    }

    @Override
    public double[] pullBack(Structure structure, double[] misfitSlope) {
        return bare.pullBack(structure, times(misfitSlope));
    }

    private double[] times(double[] values) {
        double[] out = values.clone();
        for (int k = 0; k < out.length; k++) {
            out[k] *= factor[k];
        }
        return out;
    }
}
