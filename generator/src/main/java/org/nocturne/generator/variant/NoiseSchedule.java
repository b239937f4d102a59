package org.nocturne.generator.variant;

/**
 * By which noises a structure comes down from sigma to none: a geometric series, then 0.
 *
 * @param sigmaAngstrom where it begins
 * @param leastAngstrom the last noise above 0; where the first is not larger, that is the only one
 * @param steps noises in the series
 */
public record NoiseSchedule(double sigmaAngstrom, double leastAngstrom, int steps) {

    public NoiseSchedule {
        if (!(sigmaAngstrom > 0) || !(leastAngstrom > 0) || steps < 1) {
            throw new IllegalArgumentException("noise from " + sigmaAngstrom + " to " + leastAngstrom + " angstrom in "
                    + steps + " steps; all must be above 0");
        }
    }

    /** The noise after so many steps, counted from 0; 0 after all of them. */
    public double at(int step) {
        int all = length();
        if (step >= all) {
            return 0;
        }
        return all == 1 ? sigmaAngstrom : sigmaAngstrom * Math.pow(leastAngstrom / sigmaAngstrom, step / (all - 1.0));
    }

    /** How many steps there are. */
    public int length() {
        return sigmaAngstrom <= leastAngstrom ? 1 : steps;
    }
}
