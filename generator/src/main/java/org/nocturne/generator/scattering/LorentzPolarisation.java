package org.nocturne.generator.scattering;

import org.nocturne.core.spectrum.TwoTheta;

/**
 * Geometry and polarisation of a powder diffractometer with an unpolarised source: P = (1 + A cos^2 2theta)/(1 + A), A = cos^2
 * 2theta_M of a crystal monochromator (Azaroff, Acta Cryst. 8, 701, 1955) and 1 without one; L = 1/(sin^2 theta cos theta) (Warren,
 * X-ray Diffraction, 1969, chapter 4).
 *
 * <p>A pattern S(q) from k-points already holds 1/q^2 and the Jacobian of its line profile: it is multiplied by the polarisation
 * alone, see {@link Polarised}. The Lorentz factor belongs to integrated intensities, multiplicity times |F|^2.
 */
public final class LorentzPolarisation {
    private final TwoTheta axis;
    private final double a;

    private LorentzPolarisation(TwoTheta axis, double a) {
        this.axis = axis;
        this.a = a;
    }

    public static LorentzPolarisation withoutMonochromator(TwoTheta axis) {
        return new LorentzPolarisation(axis, 1);
    }

    /** With a crystal monochromator in the beam, set to this scattering angle. */
    public static LorentzPolarisation withMonochromator(TwoTheta axis, double twoThetaMonochromatorDegree) {
        double cosine = Math.cos(Math.toRadians(twoThetaMonochromatorDegree));
        return new LorentzPolarisation(axis, cosine * cosine);
    }

    public double polarisation(double qPerAngstrom) {
        double cosine = Math.cos(2 * axis.theta(qPerAngstrom));
        return (1 + a * cosine * cosine) / (1 + a);
    }

    /** L P for an integrated line; infinite at 0 and at 180 degree. */
    public double forIntegratedLine(double qPerAngstrom) {
        double theta = axis.theta(qPerAngstrom);
        double sine = Math.sin(theta);
        return polarisation(qPerAngstrom) / (sine * sine * Math.cos(theta));
    }
}
