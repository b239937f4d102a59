package org.nocturne.generator.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nocturne.core.crystal.SparseHessian;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;

class NucleiTest {
    private static final double SPRING = 2.5;
    private static final int CELLS = 3;
    private static final Kelvin T = Kelvin.of(120);
    private final Structure salt = salt();

    /** Rock salt of a light and a heavy kind, neighbours 2.5 angstrom apart. */
    private static Structure salt() {
        List<Element> species = new ArrayList<>();
        double[] xyz = new double[24];
        for (int i = 0; i < 8; i++) {
            int[] at = {i / 4, i / 2 % 2, i % 2};
            for (int k = 0; k < 3; k++) {
                xyz[3 * i + k] = 2.5 * at[k];
            }
            species.add((at[0] + at[1] + at[2]) % 2 == 0 ? Element.LI : Element.I);
        }
        return new Structure(Cell.cubic(5), species, xyz).repeated(CELLS, CELLS, CELLS);
    }

    /**
     * Hydrogen chloride, harmonic constants of its ground state: k = 5.163 mdyn/angstrom, omega_e = 2990.95 1/cm (Huber and Herzberg, Constants of
     * Diatomic Molecules, 1979; k is mu omega_e^2).
     */
    @Test
    void a_molecule_has_its_published_zero_point_energy() {
        double springEv = 516.3 / 16.02176634;
        double reduced = 1.00783 * 34.96885 / (1.00783 + 34.96885);
        double wavenumberEv = 1.239841984e-4;

        double found = Nuclei.QUANTUM.energyEv(springEv / reduced, Kelvin.of(10));

        assertThat(found / wavenumberEv).isCloseTo(2990.95 / 2, within(0.5));
    }

    /** coth x = 1/x + x/3 - ..., so the first quantum term is (hbar omega/kB T)^2/12 (Wigner, Phys. Rev. 40, 749 (1932)). */
    @Test
    void warm_nuclei_are_classical_but_for_the_first_term() {
        Kelvin warm = Kelvin.of(1000);
        double quantum = Nuclei.QUANTUM.energyEv(0.01, Kelvin.of(0)) * 2 / warm.energyEv();

        assertThat(Nuclei.QUANTUM.energyEv(0.01, warm) / Nuclei.CLASSICAL.energyEv(0.01, warm) - 1)
                .isCloseTo(quantum * quantum / 12, within(1e-3 * quantum * quantum / 12));
    }

    @Test
    void each_kind_of_atom_has_the_width_of_the_two_by_two_problem() {
        QuantumNoise noise = QuantumNoise.of(new Springs(SPRING).constants(salt), T);
        double exact = 0.5 * (exact(Element.LI, Element.I) + exact(Element.I, Element.LI));

        assertThat(noise.meanSquare()).isCloseTo(exact, within(1e-9 * exact));
        double light = 0;
        double heavy = 0;
        Random random = new Random(3);
        for (int sample = 0; sample < 200; sample++) {
            double[] u = noise.draw(random);
            for (int k = 0; k < u.length; k++) {
                if (salt.species(k / 3) == Element.LI) {
                    light += u[k] * u[k] / (100.0 * salt.size());
                } else {
                    heavy += u[k] * u[k] / (100.0 * salt.size());
                }
            }
        }
        assertThat(light).isCloseTo(exact(Element.LI, Element.I), within(0.02 * light));
        assertThat(heavy).isCloseTo(exact(Element.I, Element.LI), within(0.02 * heavy));
    }

    /**
     * Springs decouple the axes, and at each wave vector a light and a heavy atom meet in [[6k/m, -c/sqrt(mM)], [., 6k/M]] with c = 2k (cos + cos + cos); a
     * function of a two by two matrix is known from its two eigenvalues.
     */
    private static double exact(Element one, Element other) {
        double sum = 0;
        double m = one.massAmu();
        double big = other.massAmu();
        int n = 2 * CELLS;
        for (int q = 0;
                q < n * n * n;
                q++) { // each wave vector of the salt stands twice among those of the simple cubic lattice
            int[] wave = {q / n / n, q / n % n, q % n};
            double c = 0;
            for (int k : wave) {
                c += 2 * SPRING * Math.cos(2 * Math.PI * k / n);
            }
            double half = 3 * SPRING * (1 / m + 1 / big);
            double split = Math.sqrt(half * half - (36 * SPRING * SPRING - c * c) / (m * big));
            double own = 6 * SPRING / m;
            double high = half + split;
            double low = half - split;
            sum += 3 * (function(high) * (own - low) - function(low) * (own - high)) / (high - low) / (m * n * n * n);
        }
        return sum;
    }

    private static double function(double w) {
        return w < 1e-9 ? 0 : Nuclei.QUANTUM.energyEv(w, T) / w;
    }

    @Test
    void without_symmetry_the_same_noise_gives_the_same_displacements() {
        ModelForces forces = new ModelForces(new Springs(SPRING), Springs.environments(salt), T);
        SparseHessian sparse = HessianProbe.of(
                salt, forces, Springs.CUTOFF_ANGSTROM, 2 * Springs.CUTOFF_ANGSTROM, (done, total) -> {});
        QuantumNoise blocks = QuantumNoise.of(new Springs(SPRING).constants(salt), T);
        QuantumNoise krylov = QuantumNoise.of(sparse, T);

        double[] expected = blocks.draw(new Random(9));
        double[] found = krylov.draw(new Random(9));

        double[] momentum = new double[3];
        for (int k = 0; k < expected.length; k++) {
            assertThat(found[k]).isCloseTo(expected[k], within(1e-4));
            momentum[k % 3] += found[k] * salt.species(k / 3).massAmu();
        }
        assertThat(momentum).containsExactly(new double[3], within(1e-6));
        assertThat(krylov.meanSquare() / blocks.meanSquare()).isCloseTo(1, within(0.03));
    }

    @Test
    void a_proposer_of_quantum_nuclei_tells_their_mean_square() {
        Structure crystal = Springs.diamond(3);
        try (ThermalProposer classical = Springs.proposer(crystal, SPRING);
                ThermalProposer quantum = Springs.proposer(crystal, SPRING, Nuclei.QUANTUM)) {
            assertThat(quantum.meanSquare(Kelvin.of(5000)) / classical.meanSquare(Kelvin.of(5000)))
                    .isBetween(1.0, 1.001);
            assertThat(quantum.meanSquare(Kelvin.of(50)) / classical.meanSquare(Kelvin.of(50)))
                    .isGreaterThan(1.5);
            double[] u = quantum.displacements(Kelvin.of(50), new Random(1));
            double square = 0;
            for (double component : u) {
                square += component * component / crystal.size();
            }
            assertThat(square / quantum.meanSquare(Kelvin.of(50))).isCloseTo(1, within(0.25));
        }
    }
}
