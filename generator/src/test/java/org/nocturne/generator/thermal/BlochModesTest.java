package org.nocturne.generator.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nocturne.core.crystal.Crystal;
import org.nocturne.core.crystal.LocalEnvironments;
import org.nocturne.core.crystal.SiteTable;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;

/**
 * On simple cubic crystals with isotropic springs between nearest neighbours, whose spectrum is known:
 * lambda(q) = 2 k sum_a (1 - cos q_a a), three times (Born and von Karman).
 */
class BlochModesTest {
    private static final double SPRING = 3.7;

    private static Structure cubic(int a, int b, int c) {
        return Springs.cubic(a, b, c);
    }

    private static BlochModes modes(Structure structure, double spring) {
        return new BlochModes(new Springs(spring).constants(structure));
    }

    private static double[] analytic(int... n) {
        double[] out = new double[3 * n[0] * n[1] * n[2]];
        int k = 0;
        for (int a = 0; a < n[0]; a++) {
            for (int b = 0; b < n[1]; b++) {
                for (int c = 0; c < n[2]; c++) {
                    double sum = 3
                            - Math.cos(2 * Math.PI * a / n[0])
                            - Math.cos(2 * Math.PI * b / n[1])
                            - Math.cos(2 * Math.PI * c / n[2]);
                    for (int p = 0; p < 3; p++) {
                        out[k++] = 2 * SPRING * sum;
                    }
                }
            }
        }
        Arrays.sort(out);
        return out;
    }

    @Test
    void the_spectrum_is_the_analytic_one() {
        double[] found = modes(cubic(3, 4, 5), SPRING).eigenvalues();
        double[] known = analytic(3, 4, 5);

        for (int k = 0; k < known.length; k++) {
            assertThat(found[k]).isCloseTo(known[k], within(1e-9));
        }
    }

    @Test
    void filtering_twice_inverts_the_springs() {
        Structure structure = cubic(4, 3, 4);
        BlochModes modes = modes(structure, SPRING);
        Random random = new Random(2);
        double[] z = new double[3 * structure.size()];
        double[] mean = new double[3];
        for (int k = 0; k < z.length; k++) {
            z[k] = random.nextGaussian();
            mean[k % 3] += z[k] / structure.size();
        }
        for (int k = 0; k < z.length; k++) {
            z[k] -= mean[k % 3];
        }

        double[] u = modes.inverseRoot(modes.inverseRoot(z));

        LocalEnvironments env = LocalEnvironments.of(
                structure, SiteTable.of(Crystal.of(structure).primitiveCell(), 2.6));
        double[] back = new Springs(SPRING).forces(env, u, Kelvin.of(0));
        for (int k = 0; k < z.length; k++) {
            assertThat(-back[k]).isCloseTo(z[k], within(1e-9));
        }
    }

    @Test
    void the_mean_square_displacement_of_samples_is_that_of_equipartition() {
        Structure structure = cubic(4, 4, 4);
        Crystal crystal = Crystal.of(structure);
        SiteTable sites = SiteTable.of(crystal.primitiveCell(), 2.6);
        ThermalProposer proposer = new ThermalProposer(structure, sites, new Springs(SPRING));
        Kelvin t = Kelvin.of(500);
        Random random = new Random(8);
        double sum = 0;
        int samples = 400;
        for (int s = 0; s < samples; s++) {
            for (double component : proposer.displacements(t, random)) {
                sum += component * component / samples;
            }
        }
        double exact = Arrays.stream(analytic(4, 4, 4))
                .skip(3)
                .map(w -> t.energyEv() / w)
                .sum();

        assertThat(sum).isCloseTo(exact, within(0.03 * exact));
        assertThat(proposer.modes(t).traceOfInverse() * t.energyEv()).isCloseTo(exact, within(1e-9 * exact));
    }

    @Test
    void springs_that_push_apart_are_refused() {
        assertThatThrownBy(() -> modes(cubic(3, 3, 3), -1))
                .isInstanceOf(UnstableForceConstantsException.class)
                .hasMessageContaining("must be positive");
    }

    @Test
    void the_same_seed_gives_the_same_structure() {
        Structure structure = cubic(3, 3, 3);
        SiteTable sites = SiteTable.of(Crystal.of(structure).primitiveCell(), 2.6);
        ThermalProposer proposer = new ThermalProposer(structure, sites, new Springs(SPRING));

        assertThat(proposer.propose(Kelvin.of(300), new Random(5)))
                .isEqualTo(proposer.propose(Kelvin.of(300), new Random(5)));
    }
}
