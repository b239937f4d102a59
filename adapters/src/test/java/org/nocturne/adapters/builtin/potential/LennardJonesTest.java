package org.nocturne.adapters.builtin.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

class LennardJonesTest {
    private static final double EPSILON = 0.0103;
    private static final double SIGMA = 3.405;

    @Test
    void a_dimer_is_bound_by_epsilon_at_two_to_the_sixth() throws NotFiniteException {
        LennardJones argon = new LennardJones(EPSILON, SIGMA, 8.5, false);
        Structure dimer = Surfaces.open(Element.AR, 0, 0, 0, Math.pow(2, 1 / 6.0) * SIGMA, 0, 0);

        assertThat(Surfaces.energy(argon, dimer)).isCloseTo(-EPSILON, within(1e-15));
        assertThat(Surfaces.at(argon, dimer).forces()[0]).isCloseTo(0, within(1e-15));
    }

    @Test
    void a_shifted_pair_goes_to_zero_at_the_cut_off() throws NotFiniteException {
        double cutoff = 2 * SIGMA;
        LennardJones cut = new LennardJones(EPSILON, SIGMA, cutoff, false);
        LennardJones shifted = new LennardJones(EPSILON, SIGMA, cutoff, true);
        Structure justInside = Surfaces.open(Element.AR, 0, 0, 0, cutoff * (1 - 1e-9), 0, 0);
        Structure justOutside = Surfaces.open(Element.AR, 0, 0, 0, cutoff, 0, 0);
        double atCutoff = 4 * EPSILON * (Math.pow(2, -12) - Math.pow(2, -6));

        assertThat(Surfaces.energy(cut, justInside)).isCloseTo(atCutoff, within(1e-10));
        assertThat(Surfaces.energy(shifted, justInside)).isCloseTo(0, within(1e-10));
        assertThat(Surfaces.energy(cut, justOutside)).isZero();
        assertThat(Surfaces.at(cut, justInside).forces())
                .isEqualTo(Surfaces.at(shifted, justInside).forces());
    }

    /**
     * The face-centred crystal without a cut-off: 2 eps [12.13188 (s/R)^12 - 14.45392 (s/R)^6] an atom, lowest, -8.610 eps, at R = 1.0902 s
     * (Kittel, Introduction to Solid State Physics, chapter 3). Ours ends at 40 angstrom; the rest is an integral. Four atoms in a cell of 5 angstrom,
     * so nearly all that is summed are images.
     */
    @Test
    void the_fcc_crystal_has_its_published_lattice_sum() throws NotFiniteException {
        double cutoff = 40;
        double neighbours = 1.0902 * SIGMA;
        double a = Math.sqrt(2) * neighbours;
        double density = 4 / (a * a * a);
        LennardJones argon = new LennardJones(EPSILON, SIGMA, cutoff, false);
        double tail = -8 * Math.PI / 3 * density * EPSILON * Math.pow(SIGMA, 6) / Math.pow(cutoff, 3);

        PotentialEnergySurface crystal = Surfaces.at(argon, Surfaces.fcc(Element.AR, a));

        assertThat((crystal.energyEv() / 4 + tail) / EPSILON).isCloseTo(-8.610, within(2e-3));
        double s6 = Math.pow(SIGMA / neighbours, 6);
        assertThat((crystal.energyEv() / 4 + tail) / EPSILON)
                .isCloseTo(2 * (12.13188 * s6 * s6 - 14.45392 * s6), within(5e-4));
    }

    @Test
    void it_is_for_one_element() {
        LennardJones argon = new LennardJones(EPSILON, SIGMA, 8.5, true);

        assertThatThrownBy(() -> argon.among(List.of(Element.AR, Element.KR)))
                .hasMessageContaining("one element")
                .hasMessageContaining("[Ar, Kr]");
        assertThatThrownBy(() -> new LennardJones(-1, SIGMA, 8.5, true)).hasMessageContaining("epsilon -1.0 eV");
    }
}
