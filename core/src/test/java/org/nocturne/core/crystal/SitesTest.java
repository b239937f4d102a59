package org.nocturne.core.crystal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** Body-centred sodium of 128 atoms, a = 4.40 angstrom: neighbours are 3.81 angstrom apart. */
class SitesTest {
    private static final double A = 4.40;
    private static final Structure BCC = new Structure(
                    Cell.cubic(A), List.of(element("Na"), element("Na")), new double[] {0, 0, 0, A / 2, A / 2, A / 2})
            .repeated(4, 4, 4);

    private static Element element(String symbol) {
        return Element.ofSymbol(symbol).orElseThrow();
    }

    private static double[] noise(double width, long seed) {
        Random random = new Random(seed);
        double[] u = new double[3 * BCC.size()];
        for (int k = 0; k < u.length; k++) {
            u[k] = width * random.nextGaussian();
        }
        return u;
    }

    /** Atom k stands where {@code order[k]} stood. */
    private static Structure exchanged(Structure of, int... ring) {
        double[] xyz = of.xyzAngstrom();
        double[] out = xyz.clone();
        for (int k = 0; k < ring.length; k++) {
            System.arraycopy(xyz, 3 * ring[(k + 1) % ring.length], out, 3 * ring[k], 3);
        }
        return of.withPositions(out);
    }

    @Test
    void a_thermal_crystal_whose_atoms_stayed_is_left_alone() {
        Structure thermal = BCC.displaced(noise(0.3, 1));
        SiteAssignment found = new Sites(BCC).assign(thermal);

        assertThat(found.hopped()).isZero();
        assertThat(found.strangers()).isZero();
        assertThat(found.bySite(thermal)).isSameAs(thermal);
    }

    @Test
    void exchanged_atoms_are_given_the_sites_they_stand_on() {
        Structure stayed = BCC.displaced(noise(0.3, 2));
        Structure hopped = exchanged(exchanged(stayed, 0, 1), 20, 41, 77); // a pair and a ring of three
        SiteAssignment found = new Sites(BCC).assign(hopped);

        assertThat(found.hopped()).isEqualTo(5);
        assertThat(found.strangers()).isZero();
        assertThat(Displacements.of(BCC, found.bySite(hopped))).isEqualTo(Displacements.of(BCC, stayed));
        assertThat(Displacements.meanSquare(Displacements.of(BCC, hopped))).isGreaterThan(0.5); // without it
    }

    @Test
    void forces_go_with_their_atoms() {
        Structure stayed = BCC.displaced(noise(0.3, 3));
        SiteAssignment found = new Sites(BCC).assign(exchanged(stayed, 4, 9));
        double[] forces = noise(1, 4);
        double[] bySite = found.bySite(forces);

        assertThat(bySite[3 * 9 + 1]).isEqualTo(forces[3 * 4 + 1]);
        assertThat(bySite[3 * 4 + 2]).isEqualTo(forces[3 * 9 + 2]);
        assertThat(bySite[3 * 5]).isEqualTo(forces[3 * 5]);
    }

    @Test
    void a_drift_of_the_whole_is_no_hop() {
        double[] u = noise(0.2, 5);
        for (int k = 0; k < u.length; k += 3) {
            u[k] += 2.0; // more than half the way to the next site
        }
        assertThat(new Sites(BCC).assign(BCC.displaced(u)).hopped()).isZero();
    }

    @Test
    void two_atoms_that_claim_one_site_share_it_and_the_free_one() {
        double[] u = noise(0.1, 6);
        u[3] = -1.3; // atom 1, on the body centre, leans beyond the middle towards atom 0
        u[4] = -1.3;
        u[5] = -1.3;
        SiteAssignment found = new Sites(BCC).assign(BCC.displaced(u));

        assertThat(found.hopped()).isZero();
        assertThat(found.strangers()).isZero();
    }

    /** Along [111] atom 0 leans to atom 1, and atom 1 to the corner of the next cell, both just beyond the middle. */
    @Test
    void in_a_row_of_atoms_that_lean_one_way_each_keeps_its_own_site() {
        double[] u = new double[3 * BCC.size()];
        for (int k = 0; k < 6; k++) {
            u[k] = 1.12;
        }
        SiteAssignment found = new Sites(BCC).assign(BCC.displaced(u));

        assertThat(found.hopped()).isZero();
        assertThat(found.strangers()).isZero();
    }

    @Test
    void an_interstitial_atom_is_told_from_a_hop() {
        double[] u = noise(0.05, 7);
        u[0] = A / 2 + 0.3; // atom 0 squeezed in beside a site two cells away
        u[1] = A + A / 2;
        u[2] = A / 2 + 0.3;
        SiteAssignment found = new Sites(BCC).assign(BCC.displaced(u));

        assertThat(found.strangers()).isEqualTo(1);
    }

    @Test
    void atoms_of_two_species_keep_to_their_own_sites() {
        Structure chloride = new Structure(
                        Cell.cubic(4.1), List.of(element("Cs"), element("Cl")), new double[] {0, 0, 0, 2.05, 2.05, 2.05
                        })
                .repeated(3, 3, 3);
        Structure antisite = exchanged(chloride, 0, 1);
        SiteAssignment found = new Sites(chloride).assign(antisite);

        assertThat(found.hopped()).isZero();
        assertThat(new Sites(chloride).assign(exchanged(chloride, 0, 2)).hopped())
                .isEqualTo(2);
    }

    @Test
    void another_number_of_atoms_is_refused() {
        assertThatThrownBy(() -> new Sites(BCC).assign(BCC.repeated(2, 1, 1)))
                .hasMessageContaining("256 atoms", "128 sites");
    }
}
