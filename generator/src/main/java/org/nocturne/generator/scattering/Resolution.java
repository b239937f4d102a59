package org.nocturne.generator.scattering;

import org.nocturne.core.spectrum.TwoTheta;

/**
 * The Gaussian width of an instrument in q. Widths are given as full width at half maximum, FWHM = 2 sqrt(2 ln 2) sigma = 2.3548
 * sigma; formulas use sigma.
 */
@FunctionalInterface
public interface Resolution {
    /** FWHM/sigma of a Gaussian. */
    double FWHM_PER_SIGMA = 2 * Math.sqrt(2 * Math.log(2));

    /** Standard deviation in 1/angstrom at this q. */
    double sigmaPerAngstrom(double qPerAngstrom);

    /** The same width everywhere; 0 means a perfect instrument. */
    static Resolution constantFwhm(double fwhmPerAngstrom) {
        return new ConstantResolution(fwhmPerAngstrom / FWHM_PER_SIGMA);
    }

    static Resolution constantSigma(double sigmaPerAngstrom) {
        return new ConstantResolution(sigmaPerAngstrom);
    }

    /** A diffractometer whose lines are equally wide in two-theta: dq = (2 pi/lambda) cos(theta) d(2 theta). */
    static Resolution constantTwoThetaFwhm(TwoTheta axis, double fwhmDegree) {
        return new TwoThetaResolution(axis, Math.toRadians(fwhmDegree) / FWHM_PER_SIGMA);
    }
}
