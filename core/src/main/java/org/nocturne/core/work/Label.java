package org.nocturne.core.work;

import java.util.Arrays;

/**
 * What a code says of one structure. Forces are those of the potential alone, never with a thermostat's.
 *
 * @param energyEv potential energy of the cell
 * @param forcesEvPerAngstrom 3N components
 * @param stressEvPerCubicAngstrom virial stress xx yy zz yz xz xy, tension positive; empty where the code gives none
 */
public record Label(double energyEv, double[] forcesEvPerAngstrom, double[] stressEvPerCubicAngstrom) {

    public Label {
        if (stressEvPerCubicAngstrom.length != 0 && stressEvPerCubicAngstrom.length != 6) {
            throw new IllegalArgumentException(
                    "stress has " + stressEvPerCubicAngstrom.length + " components; 6 are needed, or none");
        }
        forcesEvPerAngstrom = forcesEvPerAngstrom.clone();
        stressEvPerCubicAngstrom = stressEvPerCubicAngstrom.clone();
    }

    @Override
    public double[] forcesEvPerAngstrom() {
        return forcesEvPerAngstrom.clone();
    }

    @Override
    public double[] stressEvPerCubicAngstrom() {
        return stressEvPerCubicAngstrom.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Label that
                && energyEv == that.energyEv
                && Arrays.equals(forcesEvPerAngstrom, that.forcesEvPerAngstrom)
                && Arrays.equals(stressEvPerCubicAngstrom, that.stressEvPerCubicAngstrom);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(energyEv) + Arrays.hashCode(forcesEvPerAngstrom);
    }

    @Override
    public String toString() {
        return "Label[" + energyEv + " eV]";
    }
}
