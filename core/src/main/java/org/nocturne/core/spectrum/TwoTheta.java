package org.nocturne.core.spectrum;

/**
 * The axis of a diffractometer with one wavelength: q = 4 pi sin(theta)/lambda.
 *
 * @param wavelengthAngstrom for example 1.5406 for copper K-alpha 1
 */
public record TwoTheta(double wavelengthAngstrom) {
    public TwoTheta {
        if (!(wavelengthAngstrom > 0) || Double.isInfinite(wavelengthAngstrom)) {
            throw new IllegalArgumentException(
                    "wavelength is " + wavelengthAngstrom + " angstrom; it must be finite and above 0");
        }
    }

    /** q in 1/angstrom at a scattering angle between 0 and 180 degree. */
    public double qPerAngstrom(double twoThetaDegree) {
        if (!(twoThetaDegree >= 0 && twoThetaDegree <= 180)) {
            throw new IllegalArgumentException(
                    "two-theta is " + twoThetaDegree + " degree; it must lie between 0 and 180");
        }
        return maxQPerAngstrom() * Math.sin(Math.toRadians(twoThetaDegree) / 2);
    }

    /**
     * Scattering angle 2 theta in degree.
     *
     * @throws IllegalArgumentException if no angle reaches this q at this wavelength
     */
    public double degree(double qPerAngstrom) {
        return Math.toDegrees(2 * theta(qPerAngstrom));
    }

    /** 4 pi/lambda, where light comes straight back. */
    public double maxQPerAngstrom() {
        return 4 * Math.PI / wavelengthAngstrom;
    }

    /** dq/d(2 theta) = (2 pi/lambda) cos(theta), per radian. */
    public double qPerRadian(double qPerAngstrom) {
        return maxQPerAngstrom() / 2 * Math.cos(theta(qPerAngstrom));
    }

    /** Half the scattering angle, radian. */
    public double theta(double qPerAngstrom) {
        double sine = qPerAngstrom / maxQPerAngstrom();
        if (!(sine >= 0 && sine <= 1)) {
            throw new IllegalArgumentException("q is " + qPerAngstrom + " 1/angstrom; a wavelength of "
                    + wavelengthAngstrom + " angstrom reaches 0 to " + maxQPerAngstrom());
        }
        return Math.asin(sine);
    }
}
