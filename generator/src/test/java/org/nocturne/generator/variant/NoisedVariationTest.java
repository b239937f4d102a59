package org.nocturne.generator.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

class NoisedVariationTest {
    private static final double NEAREST = 2.5;
    private static final Structure CHAIN = chain();

    /** Atoms 2.5 angstrom apart on closed lines. */
    private static Structure chain() {
        double[] xyz = new double[24];
        for (int i = 0; i < 8; i++) {
            xyz[3 * i] = NEAREST * i;
        }
        return new Structure(Cell.orthorhombic(8 * NEAREST, 12, 12), Collections.nCopies(8, Element.SI), xyz);
    }

    @Test
    void little_noise_gives_the_parent_back_and_the_same_seed_the_same_variant() {
        for (NoisedVariation variation : new NoisedVariation[] {
            NoisedVariation.ofNoiseAlone(1e-6, OptionalDouble.empty()),
            NoisedVariation.ofDenoiser(new Wells(CHAIN, 0.1), 1e-6, OptionalDouble.empty(), () -> {})
        }) {
            Structure variant = variation.vary(CHAIN, new SplittableRandom(3));

            for (int k = 0; k < 24; k++) {
                assertThat(variant.xyzAngstrom()[k]).isCloseTo(CHAIN.xyzAngstrom()[k], within(1e-5));
            }
            assertThat(variation.newBonds(CHAIN, variant)).isZero();
            assertThat(variation.vary(CHAIN, new SplittableRandom(3))).isEqualTo(variant);
            assertThat(variation.vary(CHAIN, new SplittableRandom(4))).isNotEqualTo(variant);
        }
    }

    /** As by the command, which calls them itself. */
    @Test
    void it_is_partial_noising_or_its_noise_alone() {
        PartialNoising noising = new PartialNoising(new Wells(CHAIN, 0.1), PartialNoising.CHURN, PartialNoising.STEPS);
        AtomicBoolean closed = new AtomicBoolean();
        NoisedVariation denoised =
                NoisedVariation.ofDenoiser(new Wells(CHAIN, 0.1), 0.5, OptionalDouble.empty(), () -> closed.set(true));

        assertThat(denoised.vary(CHAIN, new SplittableRandom(1)))
                .isEqualTo(noising.vary(CHAIN, 0.5, new SplittableRandom(1)));
        assertThat(NoisedVariation.ofNoiseAlone(0.5, OptionalDouble.empty()).vary(CHAIN, new SplittableRandom(1)))
                .isEqualTo(PartialNoising.noised(CHAIN, 0.5, new SplittableRandom(1)));
        denoised.close();
        assertThat(closed).isTrue();
    }

    @Test
    void bonds_reach_a_quarter_beyond_the_nearest_neighbour_or_as_far_as_is_said() {
        double[] moved = CHAIN.xyzAngstrom();
        moved[1] = 2.5; // 3.54 angstrom from its neighbours, which were at 2.5
        Structure variant = CHAIN.withPositions(moved);

        assertThat(Bonds.usualCutoffAngstrom(CHAIN)).isCloseTo(1.25 * NEAREST, within(1e-12));
        NoisedVariation usual = NoisedVariation.ofNoiseAlone(0.1, OptionalDouble.empty());
        assertThat(usual.newBonds(variant, CHAIN)).as("two of eight").isCloseTo(0.25, within(0.05));
        NoisedVariation far = NoisedVariation.ofNoiseAlone(0.1, OptionalDouble.of(3.6));
        assertThat(far.newBonds(variant, CHAIN)).isZero();
    }

    @Test
    void without_noise_there_is_no_variant() {
        assertThatThrownBy(() -> NoisedVariation.ofNoiseAlone(0, OptionalDouble.empty()))
                .hasMessageContaining("sigma is 0.0 angstrom; it must be above 0");
    }
}
