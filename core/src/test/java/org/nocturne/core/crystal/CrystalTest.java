package org.nocturne.core.crystal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.NeighbourList;
import org.nocturne.core.structure.Structure;

class CrystalTest {
    private static final double A = 5.431;

    static Structure diamond(int n) {
        double[] xyz = {
            0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0, .25, .25, .25, .25, .75, .75, .75, .25, .75, .75, .75, .25
        };
        for (int k = 0; k < xyz.length; k++) {
            xyz[k] *= A;
        }
        return new Structure(Cell.cubic(A), Collections.nCopies(8, Element.SI), xyz).repeated(n, n, n);
    }

    @Test
    void diamond_of_a_thousand_atoms_is_five_hundred_copies_of_two_sites() {
        Crystal crystal = Crystal.of(diamond(5));

        assertThat(crystal.copies()).isEqualTo(500);
        assertThat(crystal.sites()).isEqualTo(2);
        assertThat(crystal.lattice().volume()).isCloseTo(A * A * A / 4, within(1e-9));
    }

    @Test
    void diamond_has_the_48_operations_of_its_point_group() {
        Crystal crystal = Crystal.of(diamond(3));

        assertThat(SpaceGroup.of(crystal.primitiveCell()).operations()).hasSize(48);
    }

    @Test
    void rock_salt_keeps_its_two_species_apart() {
        double[] xyz = {0, 0, 0, .5, .5, 0, .5, 0, .5, 0, .5, .5, .5, 0, 0, 0, .5, 0, 0, 0, .5, .5, .5, .5};
        for (int k = 0; k < xyz.length; k++) {
            xyz[k] *= 5.64;
        }
        List<Element> species =
                List.of(Element.NA, Element.NA, Element.NA, Element.NA, Element.CL, Element.CL, Element.CL, Element.CL);
        Crystal crystal = Crystal.of(new Structure(Cell.cubic(5.64), species, xyz).repeated(2, 3, 2));

        assertThat(crystal.sites()).isEqualTo(2);
        assertThat(crystal.copies()).isEqualTo(48);
        assertThat(SpaceGroup.of(crystal.primitiveCell()).operations()).hasSize(48);
    }

    @Test
    void a_vacancy_leaves_only_the_translations_of_the_cell() {
        Structure full = diamond(2);
        Structure holed = new Structure(
                full.cell(), full.species().subList(0, 63), java.util.Arrays.copyOf(full.xyzAngstrom(), 189));

        Crystal crystal = Crystal.of(holed);

        assertThat(crystal.copies()).isEqualTo(1);
        assertThat(crystal.sites()).isEqualTo(63);
    }

    @Test
    void characters_of_the_translation_group_are_orthogonal() {
        Crystal crystal = Crystal.of(diamond(2));
        double[] q = crystal.waveVectors();
        assertThat(q).hasSize(3 * crystal.copies());

        for (int k = 0; k < crystal.copies(); k++) {
            double re = 0;
            double im = 0;
            for (int c = 0; c < crystal.copies(); c++) {
                double phase = 0;
                for (int axis = 0; axis < 3; axis++) {
                    phase += q[3 * k + axis] * crystal.translation(c, axis);
                }
                re += Math.cos(phase);
                im += Math.sin(phase);
            }
            assertThat(Math.hypot(re, im)).isCloseTo(k == 0 ? crystal.copies() : 0, within(1e-9));
        }
    }

    /** Nearest neighbours of diamond: 2 free constants; the 12 second neighbours: 4 (Herman, J. Phys. Chem. Solids 8, 405 (1959)). */
    @Test
    void symmetry_leaves_the_published_number_of_force_constants_in_diamond() {
        Structure cell = Crystal.of(diamond(2)).primitiveCell();

        assertThat(new PairOrbits(cell, 3.0).parameters()).isEqualTo(2);
        assertThat(new PairOrbits(cell, 3.9).parameters()).isEqualTo(6);
    }

    @Test
    void every_bond_matrix_is_the_transpose_of_its_reverse() {
        PairOrbits orbits = new PairOrbits(Crystal.of(diamond(2)).primitiveCell(), 3.9);
        List<PairBasis.Bond> bonds = orbits.bonds();
        for (int b = 0; b < bonds.size(); b++) {
            PairBasis.Bond bond = bonds.get(b);
            int back = orbits.bondAlong(bond.otherSite(), -bond.dx(), -bond.dy(), -bond.dz(), 1e-3);
            for (int t = 0; t < orbits.terms(b).size(); t++) {
                double[] there = orbits.terms(b).get(t).matrix();
                double[] here = orbits.terms(back).get(t).matrix();
                for (int k = 0; k < 9; k++) {
                    assertThat(here[3 * (k % 3) + k / 3]).isCloseTo(there[k], within(1e-12));
                }
            }
        }
    }

    @Test
    void sites_are_recognised_in_a_cell_of_another_size() {
        SiteTable table = SiteTable.of(Crystal.of(diamond(2)).primitiveCell(), 3.9);
        Structure larger = diamond(3);

        int[] sites = table.assign(larger, NeighbourList.of(larger, 3.9));

        assertThat(sites).containsOnly(0, 1);
        assertThat(java.util.Arrays.stream(sites).filter(s -> s == 0).count()).isEqualTo(108);
    }
}
