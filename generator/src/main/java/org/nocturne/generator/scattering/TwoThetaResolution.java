package org.nocturne.generator.scattering;

import org.nocturne.core.spectrum.TwoTheta;

/** Lines equally wide in two-theta: sigma_q = (2 pi/lambda) cos(theta) sigma. */
record TwoThetaResolution(TwoTheta axis, double sigmaRadian) implements Resolution {
    TwoThetaResolution {
        if (!(sigmaRadian > 0) || Double.isInfinite(sigmaRadian)) {
            throw new IllegalArgumentException(
                    "resolution sigma is " + sigmaRadian + " radian; it must be finite and above 0");
        }
    }

    @Override
    public double sigmaPerAngstrom(double qPerAngstrom) {
        return sigmaRadian * axis.qPerRadian(qPerAngstrom);
    }
}
