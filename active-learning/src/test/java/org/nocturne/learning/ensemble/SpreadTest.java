package org.nocturne.learning.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** White noise in d = 3(N-1) dimensions has rank d; of M members tr(C)^2/tr(C^2) is 1/(1/d + 1/M). */
class SpreadTest {
    private static final int N = 125;
    private static final Structure LATTICE =
            new Structure(Cell.cubic(3), Collections.nCopies(1, Element.SI), new double[3]).repeated(5, 5, 5);

    private static Ensemble white(int frames, long seed) {
        Random random = new Random(seed);
        Ensemble out = new Ensemble(new Probe(LATTICE, 0));
        for (int f = 0; f < frames; f++) {
            out.add(LATTICE.displaced(random.doubles(3 * N, -0.2, 0.2).toArray()), 0);
        }
        return out;
    }

    @Test
    void the_rank_of_a_sample_is_that_of_the_formula() {
        Spread spread = new Spread(white(200, 1));
        int[] all = IntStream.range(0, 200).toArray();

        assertThat(spread.effectiveRank(all)).isCloseTo(1 / (1 / (3.0 * (N - 1)) + 1 / 200.0), within(3.0));
        assertThat(spread.biasOfTheMean(all)).isCloseTo(1, within(0.3));
    }

    @Test
    void members_of_unit_variance_lie_the_square_root_of_two_apart() {
        Spread spread = new Spread(white(100, 2));
        double rms = Math.sqrt(3 * 0.4 * 0.4 / 12 * (N - 1) / N);

        assertThat(spread.meanDistance(IntStream.range(0, 100).toArray())).isCloseTo(Math.sqrt(2) * rms, within(0.003));
    }

    /** Without the bias of a finite sample, from pairs of different replicas. */
    @Test
    void the_rank_of_the_reference_is_the_true_one() {
        java.util.List<Ensemble> replicas = java.util.List.of(white(60, 3), white(60, 4), white(60, 5), white(60, 6));
        java.util.List<double[]> energies =
                replicas.stream().map(Ensemble::thermalEnergiesEv).toList();
        EnergyCurve curve = new EnergyCurve(
                N,
                java.util.List.of(
                        new EnergyCurve.Point(org.nocturne.core.structure.Kelvin.of(300), new Estimate(1, 0.1))));

        Estimate rank = new Reference(replicas, energies, curve, "white noise").rank();

        assertThat(rank.value()).isCloseTo(3.0 * (N - 1), within(12.0));
        assertThat(rank.standardError()).isBetween(0.5, 12.0);
    }
}
