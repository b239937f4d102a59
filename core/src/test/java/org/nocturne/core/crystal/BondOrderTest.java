package org.nocturne.core.crystal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** Q_4 and Q_6 as they are published for perfect lattices (Steinhardt, Nelson and Ronchetti 1983; Mickel et al. 2013). */
class BondOrderTest {
    private static Structure of(Cell cell, double... fractional) {
        double[] xyz = new double[fractional.length];
        double[] x = new double[3];
        for (int k = 0; k < xyz.length; k += 3) {
            cell.toCartesian(fractional[k], fractional[k + 1], fractional[k + 2], x);
            System.arraycopy(x, 0, xyz, k, 3);
        }
        return new Structure(cell, Collections.nCopies(xyz.length / 3, Element.SI), xyz);
    }

    static Stream<Arguments> lattices() {
        Cell cubic = Cell.cubic(4);
        double[] fcc = {0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0};
        double[] diamond = {
            0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0, .25, .25, .25, .25, .75, .75, .75, .25, .75, .75, .75, .25
        };
        double c = 3 * Math.sqrt(8.0 / 3);
        Cell hexagonal = Cell.periodic(3, 0, 0, -1.5, 1.5 * Math.sqrt(3), 0, 0, 0, c);
        return Stream.of(
                Arguments.of("fcc", of(cubic, fcc), 0.19094, 0.57452),
                Arguments.of("bcc", of(cubic, 0, 0, 0, .5, .5, .5), 0.03637, 0.51069),
                Arguments.of("hcp", of(hexagonal, 1 / 3.0, 2 / 3.0, .25, 2 / 3.0, 1 / 3.0, .75), 0.09722, 0.48476),
                Arguments.of("diamond", of(cubic, diamond), 0.50918, 0.62854));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lattices")
    void perfect_lattices_have_their_published_order(String name, Structure cell, double q4, double q6) {
        Structure lattice = cell.repeated(3, 3, 3);
        double reach = BondOrder.reach(lattice);

        assertThat(BondOrder.of(lattice, 6, reach)).isCloseTo(q6, within(1e-5));
        assertThat(BondOrder.of(lattice, 4, reach)).isCloseTo(q4, within(1e-5));
    }

    /** Directions without order: Q is that of a random walk, 1/sqrt(number of bonds), each counted from both its ends. */
    @Test
    void random_places_have_none_but_for_their_number() {
        Random random = new Random(3);
        double[] fractional = random.doubles(3 * 2000).toArray();
        Structure gas = of(Cell.cubic(40), fractional);

        assertThat(BondOrder.of(gas, 6, 3.5)).isLessThan(4 / Math.sqrt(2000 * 2.8));
    }
}
