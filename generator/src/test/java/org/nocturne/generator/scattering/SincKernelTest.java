package org.nocturne.generator.scattering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the sine of the library, also where the recurrence is at its worst: dq r near 0 and near multiples of pi. */
class SincKernelTest {
    private static final double STEP = 0.05;
    private static final int POINTS = 1000;

    @ParameterizedTest
    @ValueSource(
            doubles = {
                1e-6,
                0.01,
                1.54,
                2.35,
                35,
                200,
                Math.PI / STEP,
                0.999999 * Math.PI / STEP,
                1.0001 * Math.PI / STEP,
                2 * Math.PI / STEP,
                2.000001 * Math.PI / STEP
            })
    void the_recurrence_gives_the_sines(double r) {
        double[] q = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            q[k] = 0.5 + STEP * k;
        }
        double[] out = new double[POINTS];

        new SincKernel(q).addSines(new double[] {r}, new double[] {r}, 1, out);

        for (int k = 0; k < POINTS; k++) {
            double phase = q[k] * r;
            assertThat(out[k] / phase)
                    .as("at point " + k)
                    .isCloseTo(Math.sin(phase) / phase, within(r < 1 ? 1e-11 : 1e-12));
        }
    }
}
