package org.nocturne.generator.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.nocturne.core.port.Forces;
import org.nocturne.core.port.ForcesException;
import org.nocturne.core.port.ProposalException;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;

/** Corrections where the answer is known: harmonic crystals, and two atoms with a quartic bond, against quadrature. */
class CorrectionTest {
    private static final Kelvin T = Kelvin.of(500);
    private static final double KT = T.energyEv();

    /** U = u.Hu/2 + quartic sum over axes of (u_1 - u_0)^4, with the H of these modes times a factor. */
    private record Bonds(BlochModes modes, double factor, double quartic) implements Forces {
        @Override
        public Evaluation at(double[] u) {
            double[] f = modes.hessian(u);
            double energy = 0.5 * factor * Vectors.dot(u, f);
            for (int k = 0; k < f.length; k++) {
                f[k] *= -factor;
            }
            for (int k = 0; k < 3; k++) {
                double r = u[3 + k] - u[k];
                energy += quartic * r * r * r * r;
                f[k] += 4 * quartic * r * r * r;
                f[3 + k] -= 4 * quartic * r * r * r;
            }
            return new Evaluation(energy, f);
        }

        @Override
        public boolean hasEnergy() {
            return true;
        }

        @Override
        public void close() {}
    }

    private static BlochModes modes(Structure structure) {
        return new BlochModes(new Springs(3.7).constants(structure));
    }

    private static PreconditionedLangevin langevin(int steps, double delta) {
        return new PreconditionedLangevin(steps, delta, 1, Double.POSITIVE_INFINITY);
    }

    private static double potential(BlochModes modes, double[] u) {
        return 0.5 * Vectors.dot(u, modes.hessian(u));
    }

    /** Leimkuhler and Matthews (2013): the configurations of BAOAB carry no error where the force is harmonic, however large the step. */
    @Test
    void langevin_keeps_the_harmonic_ensemble_exactly_at_any_step() {
        BlochModes modes = modes(Springs.cubic(3, 3, 4));
        int free = 3 * 35;
        for (double delta : new double[] {0.5, 1.5}) {
            Random random = new Random(3);
            double sum = 0;
            int samples = 600;
            for (int k = 0; k < samples; k++) {
                double[] start = modes.noise(T, random);
                sum += potential(
                        modes,
                        langevin(6, delta)
                                .correct(start, modes, new Bonds(modes, 1, 0), T, random)
                                .displacementsAngstrom());
            }
            double error = 0.5 * KT * free * Math.sqrt(2.0 / (free * samples));
            assertThat(sum / samples).isCloseTo(0.5 * KT * free, within(3.5 * error));
        }
    }

    /** From rest, each mode of a unit oscillator follows a 2 x 2 recursion for the covariance of (u, v). */
    @Test
    void langevin_warms_up_as_its_covariance_recursion_says() {
        BlochModes modes = modes(Springs.cubic(3, 3, 4));
        double d = 0.5;
        double c = Math.exp(-d);
        double uu = 0;
        double uv = 0;
        double vv = 1;
        for (int step = 0; step < 2; step++) {
            double[] x = {uu, uv, vv};
            x = shear(x, 0, 1, -d / 2); // v += -d/2 u
            x = shear(x, 1, 0, d / 2); // u += d/2 v
            x = new double[] {x[0], c * x[1], c * c * x[2] + 1 - c * c};
            x = shear(x, 1, 0, d / 2);
            x = shear(x, 0, 1, -d / 2);
            uu = x[0];
            uv = x[1];
            vv = x[2];
        }
        Random random = new Random(12);
        double sum = 0;
        int samples = 600;
        for (int k = 0; k < samples; k++) {
            double[] start = new double[3 * 36];
            sum += potential(
                    modes,
                    langevin(2, d)
                            .correct(start, modes, new Bonds(modes, 1, 0), T, random)
                            .displacementsAngstrom());
        }
        double exact = 0.5 * KT * 105 * uu;
        assertThat(uu).isBetween(0.5, 0.99);
        assertThat(sum / samples).isCloseTo(exact, within(3.5 * exact * Math.sqrt(2.0 / (105 * samples))));
    }

    /** Covariance {uu, uv, vv} after adding {@code factor} times one of the two to the other. */
    private static double[] shear(double[] x, int from, int to, double factor) {
        return to == 1
                ? new double[] {x[0], x[1] + factor * x[0], x[2] + 2 * factor * x[1] + factor * factor * x[0]}
                : new double[] {x[0] + 2 * factor * x[1] + factor * factor * x[2], x[1] + factor * x[2], x[2]};
    }

    @Test
    void the_centre_of_mass_stays_at_rest() {
        BlochModes modes = modes(Springs.diamond(2));
        Random random = new Random(1);
        double[] u = langevin(5, 0.5)
                .correct(modes.noise(T, random), modes, new Bonds(modes, 1.2, 2), T, random)
                .displacementsAngstrom();
        for (int axis = 0; axis < 3; axis++) {
            double sum = 0;
            for (int k = axis; k < u.length; k += 3) {
                sum += u[k];
            }
            assertThat(sum).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void monte_carlo_accepts_every_harmonic_trajectory() {
        BlochModes modes = modes(Springs.diamond(2));
        Random random = new Random(2);
        Corrected found = new PreconditionedHmc(20, 3, 0.9, langevin(1, 0.5))
                .correct(modes.noise(T, random), modes, new Bonds(modes, 1, 0), T, random);

        assertThat(found.acceptance()).hasValue(1.0);
    }

    @Test
    void a_trajectory_leads_back_when_its_velocities_are_reversed() {
        BlochModes modes = modes(Springs.cubic(2, 3, 3));
        Bonds bonds = new Bonds(modes, 1.4, 8);
        Random random = new Random(7);
        double[] u = modes.noise(T, random);
        PreconditionedHmc hmc = new PreconditionedHmc(1, 9, 0.4, langevin(1, 0.5));
        var end = hmc.travel(new PreconditionedHmc.Point(u, modes.noise(T, random), bonds.at(u)), modes, bonds);
        double[] reversed = end.v().clone();
        for (int k = 0; k < reversed.length; k++) {
            reversed[k] = -reversed[k];
        }

        var back = hmc.travel(new PreconditionedHmc.Point(end.u(), reversed, end.here()), modes, bonds);

        assertThat(Vectors.dot(end.u(), end.u())).isNotCloseTo(Vectors.dot(u, u), within(1e-3));
        for (int k = 0; k < u.length; k++) {
            assertThat(back.u()[k]).isCloseTo(u[k], within(1e-11));
        }
    }

    /** A leapfrog of second order: halving the step, for the same way, leaves a quarter of the energy error. */
    @Test
    void the_energy_error_of_a_trajectory_goes_with_the_square_of_the_step() {
        BlochModes modes = modes(Springs.cubic(2, 3, 3));
        Bonds bonds = new Bonds(modes, 1.4, 8);
        Random random = new Random(7);
        double[] u = modes.noise(T, random);
        double[] v = modes.noise(T, random);
        double[] error = new double[2];
        for (int half = 0; half < 2; half++) {
            int times = half == 0 ? 1 : 2;
            var end = new PreconditionedHmc(1, 8 * times, 0.1 / times, langevin(1, 0.5))
                    .travel(new PreconditionedHmc.Point(u, v, bonds.at(u)), modes, bonds);
            error[half] =
                    end.here().energyEv() - bonds.at(u).energyEv() + potential(modes, end.v()) - potential(modes, v);
        }
        assertThat(error[0] / error[1]).isBetween(3.6, 4.4);
    }

    /** One bond of two atoms: each component of r = u_1 - u_0 has the density exp(-(kappa r^2/2 + g r^4)/kT). */
    @Test
    void monte_carlo_meets_quadrature_on_an_anharmonic_bond_and_langevin_comes_close() {
        Structure pair = Springs.cubic(2, 1, 1);
        BlochModes modes = modes(pair);
        double kappa = modes.eigenvalues()[3] / 2; // u_0 = -r/2, u_1 = r/2: u.Hu = lambda r^2/2
        double factor = 0.8;
        double quartic = 100;
        double exact = quadrature(factor * kappa, quartic);
        assertThat(exact).isLessThan(0.65 * KT / (factor * kappa)); // far from harmonic

        double monteCarlo = meanSquareBond(new PreconditionedHmc(12, 3, 0.7, langevin(4, 0.3)), modes, factor, quartic);
        double langevin = meanSquareBond(langevin(40, 0.3), modes, factor, quartic);

        assertThat(monteCarlo).isCloseTo(exact, within(0.035 * exact));
        assertThat(langevin).isCloseTo(exact, within(0.05 * exact));
    }

    private static double meanSquareBond(Correction correction, BlochModes modes, double factor, double quartic) {
        Random random = new Random(21);
        double sum = 0;
        double accepted = 0;
        int samples = 3000;
        for (int k = 0; k < samples; k++) {
            Corrected found =
                    correction.correct(modes.noise(T, random), modes, new Bonds(modes, factor, quartic), T, random);
            double[] u = found.displacementsAngstrom();
            for (int axis = 0; axis < 3; axis++) {
                sum += (u[3 + axis] - u[axis]) * (u[3 + axis] - u[axis]);
            }
            accepted += found.acceptance().orElse(0.9) / samples;
        }
        assertThat(accepted).isBetween(0.5, 0.97); // the test of Metropolis is put to work
        return sum / (3 * samples);
    }

    private static double quadrature(double kappa, double quartic) {
        double weight = 0;
        double second = 0;
        for (double r = -3; r <= 3; r += 1e-4) {
            double w = Math.exp(-(kappa * r * r / 2 + quartic * r * r * r * r) / KT);
            weight += w;
            second += w * r * r;
        }
        return second / weight;
    }

    @Test
    void forces_above_the_cap_are_shortened_and_counted() {
        BlochModes modes = modes(Springs.cubic(2, 2, 2));
        double[] start = new double[24];
        start[0] = 0.4;
        start[3] = -0.4;
        Forces stiff = new Bonds(modes, 1, 50);
        Corrected free = langevin(2, 0.5).correct(start, modes, stiff, T, new Random(4));
        Corrected capped = new PreconditionedLangevin(2, 0.5, 1, 1).correct(start, modes, stiff, T, new Random(4));

        assertThat(free.cappedShare()).isZero();
        assertThat(capped.cappedShare()).isBetween(1 / 24.0, 0.9);
        assertThat(capped.displacementsAngstrom()).isNotEqualTo(free.displacementsAngstrom());
        assertThat(capped.evaluation().forcesEvPerAngstrom())
                .isEqualTo(stiff.at(capped.displacementsAngstrom()).forcesEvPerAngstrom());
    }

    @Test
    void monte_carlo_refuses_forces_without_an_energy() {
        Structure structure = Springs.cubic(2, 2, 2);
        ThermalProposer thermal = Springs.proposer(structure, 3.7);
        var proposer = new CorrectedProposer(
                thermal,
                new PreconditionedHmc(2, 3, 0.3, langevin(2, 0.5)),
                t -> thermal.forcesOf(new Springs(3.7), t));

        assertThatThrownBy(() -> proposer.propose(T, new Random(1))).hasMessageContaining("needs an energy");
    }

    @Test
    void a_model_whose_force_is_its_own_harmonic_one_leaves_the_ensemble_and_seeds_repeat() {
        Structure structure = Springs.cubic(3, 3, 3);
        ThermalProposer thermal = Springs.proposer(structure, 3.7);
        try (var proposer =
                new CorrectedProposer(thermal, langevin(4, 0.5), t -> thermal.forcesOf(new Springs(3.7), t))) {
            assertThat(proposer.propose(T, new Random(5))).isEqualTo(proposer.propose(T, new Random(5)));
            assertThat(proposer.propose(T, new Random(5))).isNotEqualTo(proposer.propose(T, new Random(6)));
            Random random = new Random(8);
            double sum = 0;
            for (int k = 0; k < 300; k++) {
                double[] u = proposer.draw(T, random).displacementsAngstrom();
                sum += Vectors.dot(u, u) / 300;
            }
            double exact = KT * thermal.modes(T).traceOfInverse();
            assertThat(sum).isCloseTo(exact, within(0.05 * exact));
        }
    }

    @Test
    void forces_that_fail_are_opened_anew_for_the_same_proposal_and_passed_on_in_the_end() {
        Structure structure = Springs.cubic(3, 3, 3);
        ThermalProposer thermal = Springs.proposer(structure, 3.7);
        AtomicInteger opened = new AtomicInteger();
        AtomicInteger failures = new AtomicInteger(1);
        var proposer = new CorrectedProposer(thermal, langevin(2, 0.5), t -> {
            opened.incrementAndGet();
            return new Failing(thermal.forcesOf(new Springs(3.7), t), failures);
        });
        Structure once = proposer.propose(T, new Random(5));
        Structure again = proposer.propose(T, new Random(5));

        assertThat(again).isEqualTo(once);
        assertThat(opened.get()).isEqualTo(2);
        failures.set(10);
        Structure drawn = thermal.inherent(T).displaced(thermal.displacements(T, generator(new Random(5).nextLong())));
        assertThatThrownBy(() -> proposer.propose(T, new Random(5)))
                .isInstanceOfSatisfying(
                        ProposalException.class, e -> assertThat(e.drawn()).isEqualTo(drawn))
                .hasRootCauseInstanceOf(ForcesException.class);
        assertThat(opened.get()).isEqualTo(4);
        proposer.close();
    }

    @Test
    void each_temperature_keeps_its_forces_while_others_are_proposed_at() {
        ThermalProposer thermal = Springs.proposer(Springs.cubic(3, 3, 3), 3.7);
        AtomicInteger opened = new AtomicInteger();
        try (var proposer = new CorrectedProposer(thermal, langevin(2, 0.5), t -> {
            opened.incrementAndGet();
            return thermal.forcesOf(new Springs(3.7), t);
        })) {
            for (int k = 0; k < 3; k++) {
                proposer.propose(T, new Random(k));
                proposer.propose(Kelvin.of(2 * T.value()), new Random(k));
            }
        }

        assertThat(opened.get()).isEqualTo(2);
    }

    private static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Fails as often as it is told, then no more. */
    private record Failing(Forces forces, AtomicInteger failures) implements Forces {
        @Override
        public Evaluation at(double[] u) {
            if (failures.getAndDecrement() > 0) {
                throw new ForcesException("killed");
            }
            return forces.at(u);
        }

        @Override
        public boolean hasEnergy() {
            return false;
        }

        @Override
        public void close() {}
    }
}
