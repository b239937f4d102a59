package org.nocturne.generator.thermal;

import java.util.random.RandomGenerator;
import org.nocturne.core.structure.Kelvin;

/**
 * Effective force constants H with their functions H^(-1/2) and H^(-1): what thermal displacements are drawn with and corrections are
 * preconditioned by. Rigid translations have eigenvalue 0 and are left out of both inverses. All vectors have 3N components, atom after
 * atom. Safe for several threads.
 */
public interface HarmonicModes {

    /** 3N. */
    int components();

    /** H u. */
    double[] hessian(double[] u);

    /** H^(-1/2) z. */
    double[] inverseRoot(double[] z);

    /** H^(-1) f: where the harmonic structure comes to rest under forces f. */
    double[] inverse(double[] f);

    /** Sum of 1/lambda over the modes that are not translations, angstrom^2/eV: kB T times this over N is the mean square displacement. */
    double traceOfInverse();

    /** sqrt(kB T) H^(-1/2) z with white noise z: thermal displacements, and with the mass matrix H thermal velocities too. */
    default double[] noise(Kelvin temperature, RandomGenerator random) {
        double[] z = new double[components()];
        double width = Math.sqrt(temperature.energyEv());
        for (int k = 0; k < z.length; k++) {
            z[k] = width * random.nextGaussian();
        }
        return inverseRoot(z);
    }
}
