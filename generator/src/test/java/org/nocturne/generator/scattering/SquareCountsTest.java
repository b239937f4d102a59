package org.nocturne.generator.scattering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SquareCountsTest {
    private static final double RANGE = 150;

    private final SquareCounts counts = new SquareCounts(RANGE);
    private final PairHistogram histogram = new PairHistogram(1, RANGE, 0.01);

    @Test
    void one_pair_keeps_its_distance() {
        for (double r : new double[] {0.704, 1.503, 23.456, 149.996}) {
            double[] moments = moments(new double[] {r * r}, r);
            assertThat(moments[0]).isEqualTo(1);
            // Fourteen bits of the bin, as many of the place within it, and the middle of what is left.
            double square = r * r + 1 / counts.scale();
            assertThat(histogram.centre((int) (r / 0.01)) + moments[1])
                    .isCloseTo(r, within(square / (2 * r) * Math.scalb(1.0, -29) + 1e-12));
        }
    }

    /** Distances spread evenly over a hundredth of an angstrom have moments that can be written down. */
    @Test
    void moments_are_those_of_the_distances() {
        Random random = new Random(4);
        double[] squares = new double[200];
        double[] exact = new double[PairHistogram.MOMENTS];
        double centre = histogram.centre(7654);
        for (int round = 0; round < 500; round++) {
            for (int k = 0; k < squares.length; k++) {
                double d = 0.01 * (random.nextDouble() - 0.5);
                squares[k] = (centre + d) * (centre + d);
                for (int n = 0; n < exact.length; n++) {
                    exact[n] += Math.pow(d, n);
                }
            }
            count(squares);
        }
        counts.moveTo(histogram, 0);

        double[] found = new double[PairHistogram.MOMENTS];
        double[] all = new double[PairHistogram.MOMENTS];
        for (int b = 7652; b <= 7656; b++) { // a fine bin that ends in the next coarse one is put where its mean is
            histogram.read(0, b, found);
            double shift = histogram.centre(b) - centre;
            all[0] += found[0];
            all[1] += found[1] + shift * found[0];
            all[2] += found[2] + 2 * shift * found[1] + shift * shift * found[0];
        }
        assertThat(all[0]).isEqualTo(100_000);
        assertThat(all[1]).isCloseTo(exact[1], within(1e-7 * 100_000));
        assertThat(all[2] / exact[2]).isCloseTo(1, within(0.02));
    }

    @Test
    void what_is_out_of_range_is_not_there() {
        count(new double[] {RANGE * RANGE, 4 * RANGE * RANGE, 1e9});
        counts.moveTo(histogram, 0);
        assertThat(total()).isZero();
    }

    @Test
    void as_many_at_one_distance_as_may_be_counted_at_a_time() {
        double[] squares = new double[PairRow.LONGEST];
        Arrays.fill(squares, RANGE * RANGE * (1 - 1e-12));
        for (int k = 0; k < SquareCounts.MOST; k += squares.length) {
            count(squares);
        }
        counts.moveTo(histogram, 0);
        assertThat(total()).isEqualTo(SquareCounts.MOST);
    }

    @Test
    void atoms_in_one_place_are_counted_too() {
        SquareCounts flat = new SquareCounts(0);
        double[] scaled = new double[3];
        SquareCounts.prepare(new double[3], 3, flat.scale(), scaled);
        flat.add(scaled, 0, 3);
        PairHistogram small = new PairHistogram(1, 0, 0.01);
        flat.moveTo(small, 0);
        double[] moments = new double[PairHistogram.MOMENTS];
        small.read(0, 0, moments);
        assertThat(moments[0]).isEqualTo(3);
    }

    private double[] moments(double[] squares, double r) {
        count(squares);
        counts.moveTo(histogram, 0);
        double[] moments = new double[PairHistogram.MOMENTS];
        histogram.read(0, (int) (r / 0.01), moments);
        return moments;
    }

    private void count(double[] squares) {
        double[] scaled = new double[squares.length];
        SquareCounts.prepare(squares, squares.length, counts.scale(), scaled);
        counts.add(scaled, 0, scaled.length);
    }

    private double total() {
        double total = 0;
        double[] moments = new double[PairHistogram.MOMENTS];
        for (int b = 0; b < histogram.bins(); b++) {
            histogram.read(0, b, moments);
            total += moments[0];
        }
        return total;
    }
}
