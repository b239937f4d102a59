package org.nocturne.generator.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.core.crystal.Crystal;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;

/** The transforms over the grid of copies against plain sums over wave vectors and over pairs of atoms. */
class BlochBlocksTest {

    /** Cells whose group is a grid along the primitive vectors, one that is not, and one with axes of prime length. */
    private static List<Structure> cells() {
        Structure tilted = Springs.cubic(1, 1, 1);
        double[] rows = {5, 2.5, 0, 0, 5, 2.5, 7.5, 0, 7.5};
        return List.of(
                Springs.cubic(3, 4, 5),
                Springs.cubic(1, 7, 11),
                Springs.diamond(2),
                filled(Cell.periodic(rows), tilted));
    }

    /** All points of a simple cubic lattice inside a cell. */
    private static Structure filled(Cell cell, Structure one) {
        List<double[]> found = new ArrayList<>();
        double[] s = new double[3];
        for (int code = 0; code < 9261; code++) {
            double[] x = {2.5 * (code % 21 - 10), 2.5 * (code / 21 % 21 - 10), 2.5 * (code / 441 - 10)};
            cell.toFractional(x[0], x[1], x[2], s);
            if (s[0] > -1e-9 && s[0] < 1 - 1e-9 && s[1] > -1e-9 && s[1] < 1 - 1e-9 && s[2] > -1e-9 && s[2] < 1 - 1e-9) {
                found.add(x);
            }
        }
        double[] xyz = found.stream().flatMapToDouble(Arrays::stream).toArray();
        return new Structure(cell, Collections.nCopies(found.size(), one.species(0)), xyz);
    }

    @Test
    void the_transform_is_the_plain_fourier_sum() {
        for (Structure structure : cells()) {
            Crystal crystal = Crystal.of(structure);
            double[] q = crystal.waveVectors();
            int order = crystal.copies();
            double[] z = new Random(1).doubles(2L * order, -1, 1).toArray();
            double[] transformed = z.clone();
            GridTransform transform = new GridTransform(crystal.translations());
            transform.forward(transformed);
            for (int k = 0; k < order; k++) {
                double re = 0;
                double im = 0;
                for (int t = 0; t < order; t++) {
                    double phase = 0;
                    for (int axis = 0; axis < 3; axis++) {
                        phase += q[3 * k + axis] * crystal.translation(t, axis);
                    }
                    re += Math.cos(phase) * z[2 * t] + Math.sin(phase) * z[2 * t + 1];
                    im += Math.cos(phase) * z[2 * t + 1] - Math.sin(phase) * z[2 * t];
                }
                assertThat(transformed[2 * k]).isCloseTo(re, within(1e-9));
                assertThat(transformed[2 * k + 1]).isCloseTo(im, within(1e-9));
            }
            transform.backward(transformed);
            for (int k = 0; k < z.length; k++) {
                assertThat(transformed[k]).isCloseTo(z[k], within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void the_hessian_gives_the_forces_of_the_springs_and_its_functions_undo_each_other(int which) {
        Structure structure = cells().get(which);
        BlochModes modes = new BlochModes(new Springs(3.7).constants(structure));
        double[] u = new Random(9).doubles(3L * structure.size(), -1, 1).toArray();
        Vectors.removeMean(u);

        double[] h = modes.hessian(u);
        double[] forces = new Springs(3.7).forces(Springs.environments(structure), u, Kelvin.of(0));
        double[] back = modes.inverse(h);
        double[] halfway = modes.hessian(modes.inverseRoot(modes.inverseRoot(u)));
        for (int k = 0; k < u.length; k++) {
            assertThat(h[k]).isCloseTo(-forces[k], within(1e-9));
            assertThat(back[k]).isCloseTo(u[k], within(1e-9));
            assertThat(halfway[k]).isCloseTo(u[k], within(1e-9));
        }
    }

    @Test
    void constants_of_a_small_cell_are_those_of_a_large_one_whatever_the_order_of_its_atoms() {
        Structure large = shuffled(Springs.diamond(3));
        Springs springs = new Springs(2.2);
        ForceConstants direct = springs.constants(large);
        ForceConstants unfolded = springs.constants(
                        Crystal.of(large).primitiveCell().repeated(4, 5, 4))
                .onto(Crystal.of(large));

        for (int row = 0; row < direct.rows().length; row++) {
            for (int k = 0; k < direct.rows()[row].length; k++) {
                assertThat(unfolded.rows()[row][k]).isCloseTo(direct.rows()[row][k], within(1e-9));
            }
        }
    }

    @Test
    void a_large_crystal_is_sampled_with_the_modes_of_its_own_cell() {
        Structure large = shuffled(Springs.diamond(8)); // 2048 copies; the constants are read off a smaller cell
        double[] direct = new BlochModes(new Springs(2.2).constants(large)).eigenvalues();
        double[] found = ((BlochModes) Springs.proposer(large, 2.2).modes(Kelvin.of(300))).eigenvalues();

        for (int k = 0; k < direct.length; k++) {
            assertThat(found[k]).isCloseTo(direct[k], within(1e-9));
        }
    }

    private static Structure shuffled(Structure structure) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < structure.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(6));
        double[] xyz = new double[3 * structure.size()];
        for (int i = 0; i < structure.size(); i++) {
            xyz[3 * i] = structure.x(order.get(i));
            xyz[3 * i + 1] = structure.y(order.get(i));
            xyz[3 * i + 2] = structure.z(order.get(i));
        }
        return structure.withPositions(xyz);
    }
}
