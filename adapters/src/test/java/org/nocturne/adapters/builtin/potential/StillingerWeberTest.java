package org.nocturne.adapters.builtin.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

class StillingerWeberTest {
    private static final double EPSILON = 2.1683;
    private static final double SIGMA = 2.0951;

    private final StillingerWeber silicon = StillingerWeber.ofLammpsFile(StillingerWeber.SILICON);

    /** Stillinger and Weber chose A and B so that the pair potential is lowest, -epsilon, at 2^(1/6) sigma. */
    @Test
    void a_dimer_is_bound_by_epsilon_at_its_published_distance() throws NotFiniteException {
        double bond = Math.pow(2, 1 / 6.0) * SIGMA;
        PotentialEnergySurface dimer = Surfaces.at(silicon, Surfaces.open(Element.SI, 0, 0, 0, bond, 0, 0));

        assertThat(dimer.energyEv()).isCloseTo(-EPSILON, within(1e-8));
        assertThat(dimer.forces()[3]).isCloseTo(0, within(1e-7));
        assertThat(dimer.stress()).isEmpty();
    }

    /** Four bonds of epsilon an atom, each shared by two, and no angle off: 2 epsilon, the 4.336 eV of Stillinger and Weber's silicon. */
    @Test
    void the_diamond_crystal_has_its_published_cohesive_energy() throws NotFiniteException {
        PotentialEnergySurface crystal = Surfaces.at(silicon, Surfaces.diamond(Element.SI, 5.43095));

        assertThat(crystal.energyEv() / 8).isCloseTo(-4.3363, within(5e-4));
        assertThat(crystal.energyEv() / 8).isCloseTo(-2 * EPSILON, within(1e-5));
        for (double force : crystal.forces()) {
            assertThat(force).isCloseTo(0, within(1e-12));
        }
        assertThat(crystal.stress()[0]).isCloseTo(0, within(1e-3));
    }

    /** A right angle: (cos 90 - cos 109.47)^2 = 1/9 times lambda epsilon and the two decays; its ends are out of each other's range. */
    @Test
    void a_right_angle_costs_what_the_formula_says() throws NotFiniteException {
        double r = 1.3 * SIGMA;
        double pair = Surfaces.energy(silicon, Surfaces.open(Element.SI, 0, 0, 0, r, 0, 0));
        double three = Surfaces.energy(silicon, Surfaces.open(Element.SI, 0, 0, 0, r, 0, 0, 0, r, 0));

        assertThat(three - 2 * pair).isCloseTo(21 * EPSILON / 9 * Math.exp(2 * 1.2 / (1.3 - 1.8)), within(1e-10));
    }

    @Test
    void beyond_the_range_there_is_nothing() throws NotFiniteException {
        assertThat(silicon.cutoffAngstrom()).isCloseTo(1.8 * SIGMA, within(1e-12));
        assertThat(Surfaces.energy(silicon, Surfaces.open(Element.SI, 0, 0, 0, 1.8 * SIGMA, 0, 0)))
                .isZero();
    }

    @Test
    void atoms_at_one_place_have_no_energy_that_is_a_number() {
        Structure both = Surfaces.open(Element.SI, 1, 1, 1, 1, 1, 1);

        assertThatThrownBy(() -> Surfaces.energy(silicon, both))
                .isInstanceOf(NotFiniteException.class)
                .hasMessageContaining("energy");
    }

    @Test
    void an_element_without_parameters_is_named() {
        assertThatThrownBy(() -> silicon.among(List.of(Element.SI, Element.GE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no entry Si Si Ge")
                .hasMessageContaining("they have Si Si Si");
    }

    @Test
    void a_pair_that_differs_with_its_order_is_refused() {
        StringBuilder text = new StringBuilder();
        for (String triplet : List.of("A A A", "A A B", "A B A", "A B B", "B A A", "B A B", "B B A", "B B B")) {
            String elements = triplet.replace("A", "Si").replace("B", "Ge");
            text.append(elements)
                    .append(triplet.equals("B A A") ? " 2" : " 1")
                    .append(" 2 1.8 21 1.2 -0.3333 7 0.6 4 0 0\n");
        }

        assertThatThrownBy(() -> StillingerWeber.ofLammpsFile(text.toString()).among(List.of(Element.SI, Element.GE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Si Ge Ge and Ge Si Si differ");
    }

    @Test
    void files_that_cannot_be_meant_say_where() {
        assertThatThrownBy(() -> StillingerWeber.ofLammpsFile("Si Si Si 1 2"))
                .hasMessageContaining("it holds 5 words; entries of 14 are wanted");
        assertThatThrownBy(() -> StillingerWeber.ofLammpsFile("Si Si Xx 1 2 1.8 21 1.2 -0.3 7 0.6 4 0 0"))
                .hasMessageContaining("'Xx', which is no element");
        assertThatThrownBy(() -> StillingerWeber.ofLammpsFile("Si Si Si 1 2 1.8 21 1.2 -0.3 7 nan 4 0 0"))
                .hasMessageContaining("holds 'nan'; a number not below 0 is wanted");
        assertThatThrownBy(() -> StillingerWeber.ofLammpsFile(StillingerWeber.SILICON + StillingerWeber.SILICON))
                .hasMessageContaining("Si Si Si is there twice");
        assertThatThrownBy(() -> StillingerWeber.ofLammpsFile(StillingerWeber.SILICON.replace("metal", "real")))
                .hasMessageContaining("metal units are wanted");
    }

    /** Half an entry may stand on a line of its own. */
    @Test
    void entries_may_be_broken_over_lines() throws NotFiniteException {
        StillingerWeber broken = StillingerWeber.ofLammpsFile("""
                Si Si Si 2.1683  2.0951  1.80  21.0  1.20  -0.333333333333
                         7.049556277  0.6022245584  4.0  0.0 0.0   # a comment
                """);
        Structure crystal = Surfaces.diamond(Element.SI, 5.3);

        assertThat(Surfaces.energy(broken, crystal)).isEqualTo(Surfaces.energy(silicon, crystal));
    }
}
