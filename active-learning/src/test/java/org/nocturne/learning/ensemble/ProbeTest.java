package org.nocturne.learning.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.train.TrainingFrame;

/** Equal atoms that have exchanged sites are no other configuration. */
class ProbeTest {
    private static final Structure BCC = new Structure(
                    Cell.cubic(4.4),
                    List.of(
                            Element.ofSymbol("Na").orElseThrow(),
                            Element.ofSymbol("Na").orElseThrow()),
                    new double[] {0, 0, 0, 2.2, 2.2, 2.2})
            .repeated(3, 3, 3);

    private static Structure thermal() {
        Random random = new Random(11);
        double[] u = new double[3 * BCC.size()];
        for (int k = 0; k < u.length; k++) {
            u[k] = 0.3 * random.nextGaussian();
        }
        return BCC.displaced(u);
    }

    private static double[] swapped(double[] ofAtoms, int a, int b) {
        double[] out = ofAtoms.clone();
        System.arraycopy(ofAtoms, 3 * a, out, 3 * b, 3);
        System.arraycopy(ofAtoms, 3 * b, out, 3 * a, 3);
        return out;
    }

    @Test
    void an_exchange_of_atoms_changes_no_measure_but_is_counted() {
        Probe probe = new Probe(BCC, 0);
        Structure hopped = thermal().withPositions(swapped(thermal().xyzAngstrom(), 3, 20));
        Configuration before = probe.measure(thermal(), 1);
        Configuration after = probe.measure(hopped, 1);

        assertThat(after.hopped()).isEqualTo(2);
        assertThat(after.meanSquare()).isEqualTo(before.meanSquare());
        assertThat(after.waves()).isEqualTo(before.waves());
        assertThat(after.diffuse()).isEqualTo(before.diffuse());
        assertThat(before.hopped()).isZero();
    }

    @Test
    void an_ensemble_says_how_many_of_its_configurations_hold_exchanged_atoms() {
        Ensemble ensemble = new Ensemble(new Probe(BCC, 0));
        ensemble.add(thermal(), 1);
        assertThat(SiteExchanges.of(ensemble).describe()).isEqualTo("every atom is on its own site");
        ensemble.add(thermal().withPositions(swapped(thermal().xyzAngstrom(), 0, 1)), 1);

        assertThat(SiteExchanges.of(ensemble)).isEqualTo(new SiteExchanges(2, 1, 2, 0));
        assertThat(SiteExchanges.of(ensemble).describe()).contains("in 1 of 2 configurations", "at most 2 in one");
    }

    @Test
    void what_is_kept_of_a_configuration_gives_it_back() {
        Probe probe = new Probe(BCC, 0);
        Configuration measured =
                probe.measure(thermal().withPositions(swapped(thermal().xyzAngstrom(), 3, 20)), 1);
        Configuration back = new KeptConfiguration(measured).configuration();

        assertThat(back.thermalEnergyEv()).isEqualTo(measured.thermalEnergyEv());
        assertThat(back.meanSquare()).isEqualTo(measured.meanSquare());
        assertThat(back.pairs()).isEqualTo(measured.pairs());
        assertThat(back.hopped()).isEqualTo(2);
        assertThat(back.strangers()).isEqualTo(measured.strangers());
        assertThat(back.displacements()).containsExactly(measured.displacements(), within(1e-7));
        assertThat(back.fingerprint()).containsExactly(measured.fingerprint(), within(1e-6));
        for (int k = 0; k < measured.waves().length; k++) {
            assertThat(back.waves()[k]).isCloseTo(measured.waves()[k], withinPercentage(1e-5));
        }
        for (int k = 0; k < measured.diffuse().length; k++) {
            assertThat(back.diffuse()[k]).isCloseTo(measured.diffuse()[k], withinPercentage(1e-5));
        }
    }

    @Test
    void a_force_is_learned_at_the_site_where_its_atom_stands() {
        Structure stayed = thermal();
        double[] forces = stayed.xyzAngstrom(); // any numbers that tell atoms apart
        TrainingFrame wanted = TrainingFrame.of(BCC, stayed, Kelvin.of(300), forces);
        TrainingFrame found = TrainingFrame.of(
                BCC,
                stayed.withPositions(swapped(stayed.xyzAngstrom(), 5, 40)),
                Kelvin.of(300),
                swapped(forces, 5, 40));

        assertThat(found.displacementsAngstrom()).isEqualTo(wanted.displacementsAngstrom());
        assertThat(found.forcesEvPerAngstrom()).isEqualTo(wanted.forcesEvPerAngstrom());
    }
}
