package org.nocturne.generator.scattering;

/** One Gaussian width at all q; 0 is a perfect instrument. */
record ConstantResolution(double sigma) implements Resolution {
    ConstantResolution {
        if (!(sigma >= 0) || Double.isInfinite(sigma)) {
            throw new IllegalArgumentException(
                    "resolution sigma is " + sigma + " 1/angstrom; it must be finite and not below 0");
        }
    }

    @Override
    public double sigmaPerAngstrom(double qPerAngstrom) {
        return sigma;
    }
}
