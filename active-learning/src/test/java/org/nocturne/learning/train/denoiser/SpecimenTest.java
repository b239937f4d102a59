package org.nocturne.learning.train.denoiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpecimenTest {
    private static List<Specimen> quenches(int count) {
        return IntStream.range(0, count)
                .mapToObj(k -> new Specimen("rate10-" + k, Glasses.of(2, k, "Si"), false))
                .toList();
    }

    private static List<String> heldOut(List<Specimen> all) {
        return all.stream().filter(Specimen::heldOut).map(Specimen::id).toList();
    }

    @Test
    void a_share_is_held_out_by_the_seed_and_the_rest_stays() {
        List<Specimen> split = Specimen.split(quenches(10), 0.3, 4);

        assertThat(heldOut(split)).hasSize(3).isEqualTo(heldOut(Specimen.split(quenches(10), 0.3, 4)));
        assertThat(heldOut(Specimen.split(quenches(10), 0.3, 5))).isNotEqualTo(heldOut(split));
        assertThat(split.stream().map(Specimen::id))
                .isEqualTo(quenches(10).stream().map(Specimen::id).toList());
        assertThat(heldOut(Specimen.split(quenches(2), 0.01, 1))).hasSize(1);
    }

    @Test
    void one_quench_cannot_teach_and_judge() {
        assertThatThrownBy(() -> Specimen.split(quenches(1), 0.2, 1))
                .hasMessageContaining("of 1 quenches")
                .hasMessageContaining("at least two quenches");
        assertThatThrownBy(() -> Specimen.split(quenches(3), 0.9, 1)).hasMessageContaining("share of 0.9");
    }

    /** (4 pi / 3) r^3 rho = 20. */
    @Test
    void the_cut_off_holds_twenty_atoms_unless_it_is_said() {
        double density = 1 / Math.pow(2.7, 3);
        DenoiserPlan plan = new DenoiserPlan(4, 1, 0, 0.04, 1.6, 1, 0, 1, 1);

        double cutoff = DenoiserTrainer.shape(plan, quenches(2)).cutoffAngstrom();

        assertThat(4 * Math.PI / 3 * Math.pow(cutoff, 3) * density)
                .isCloseTo(20, org.assertj.core.api.Assertions.within(1e-9));
        DenoiserPlan said = new DenoiserPlan(4, 1, 3.5, 0.04, 1.6, 1, 0, 1, 1);
        assertThat(DenoiserTrainer.shape(said, quenches(2)).cutoffAngstrom()).isEqualTo(3.5);
        assertThat(DenoiserTrainer.shape(said, quenches(2)).species()).containsExactly("Si");
    }
}
