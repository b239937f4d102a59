package org.nocturne.generator.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nocturne.core.crystal.SparseHessian;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;

/** The sparse way against the dense one, on a crystal that both can do. */
class KrylovModesTest {
    private static final double SPRING = 3.7;
    private final Structure crystal = Springs.diamond(3);
    private final BlochModes exact = new BlochModes(new Springs(SPRING).constants(crystal));
    private final SparseHessian probed = probed(SPRING);
    private final KrylovModes found = new KrylovModes(probed);

    private SparseHessian probed(double spring) {
        ModelForces forces = new ModelForces(new Springs(spring), Springs.environments(crystal), Kelvin.of(300));
        return HessianProbe.of(
                crystal, forces, Springs.CUTOFF_ANGSTROM, 2 * Springs.CUTOFF_ANGSTROM, (done, total) -> {});
    }

    private double[] noise() {
        SplittableRandom random = new SplittableRandom(5);
        return random.doubles(3L * crystal.size(), -1, 1).toArray();
    }

    @Test
    void movingAtomsTogetherReadsTheSameHessian() {
        double[] u = noise();
        assertClose(found.hessian(u), exact.hessian(u), 1e-6);
        assertThat(probed.beyond()).isLessThan(1e-9);
    }

    @Test
    void functionsOfTheHessianAgreeWithTheDiagonalisedOne() {
        double[] z = noise();
        assertClose(found.inverseRoot(z), exact.inverseRoot(z), 1e-4);
        assertClose(found.inverse(z), exact.inverse(z), 1e-4);
    }

    @Test
    void traceIsEstimatedWithinItsError() {
        assertThat(found.traceOfInverse() / exact.traceOfInverse()).isCloseTo(1, within(0.03));
    }

    @Test
    void rootTwiceIsTheInverseAndTranslationsAreLeftOut() {
        double[] z = noise();
        assertClose(found.inverseRoot(found.inverseRoot(z)), found.inverse(z), 1e-4);
        double[] shift = new double[z.length];
        Arrays.fill(shift, 0.3);
        assertThat(found.inverse(shift)).containsOnly(0.0);
    }

    @Test
    void unstableConstantsAreRefused() {
        KrylovModes inside = new KrylovModes(probed(-SPRING));
        assertThatThrownBy(() -> inside.inverseRoot(noise())).isInstanceOf(UnstableForceConstantsException.class);
    }

    /** Two copies of a cell of 215 atoms are a crystal, with blocks that are far too dear to diagonalise. */
    @Test
    void aLargeCellSideBySideIsNotDiagonalised() {
        List<Element> species = new ArrayList<>(crystal.species());
        species.remove(0);
        double[] left = Arrays.copyOfRange(crystal.xyzAngstrom(), 3, 3 * crystal.size());
        Structure pair = new Structure(crystal.cell(), species, left).repeated(2, 1, 1);

        try (ThermalProposer proposer = Springs.proposer(pair, SPRING)) {
            assertThat(proposer.modes(Kelvin.of(300))).isInstanceOf(KrylovModes.class);
        }
    }

    @Test
    void responsesBeyondTheCutOffAreCounted() {
        ModelForces forces = new ModelForces(new Springs(SPRING), Springs.environments(crystal), Kelvin.of(300));
        SparseHessian none = HessianProbe.of(crystal, forces, 2.0, 6.0, (done, total) -> {}); // shorter than any bond
        // the self response is four springs at the atom moved, and one on each of its four neighbours
        assertThat(none.beyond()).isCloseTo(Math.sqrt(4.0 / 16), within(1e-6));
    }

    private static void assertClose(double[] found, double[] wanted, double relative) {
        double difference = 0;
        double square = 0;
        for (int k = 0; k < wanted.length; k++) {
            difference += (found[k] - wanted[k]) * (found[k] - wanted[k]);
            square += wanted[k] * wanted[k];
        }
        assertThat(Math.sqrt(difference / square)).isLessThan(relative);
    }
}
