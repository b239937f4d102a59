package org.nocturne.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CorrectionsTest {
    private static Correction settings(Map<String, Object> set, Map<String, Double> multiply) {
        return new Correction(set, multiply, false, 1, 1, 1, 1);
    }

    @Test
    void settings_are_set_and_multiplied_in_the_order_of_the_corrections() {
        Corrections twice = Corrections.NONE
                .and(settings(Map.of("mixing", 0.2), Map.of("nstep", 3.0)))
                .and(settings(Map.of(), Map.of("nstep", 2.0, "mixing", 0.5)));

        assertThat(twice.applied(Map.of("ecut", 5), Map.of("nstep", 60, "mixing", 0.7)))
                .containsOnly(Map.entry("ecut", 5), Map.entry("nstep", 360L), Map.entry("mixing", 0.1));
    }

    @Test
    void what_the_campaign_gives_goes_before_the_default() {
        Corrections half = Corrections.NONE.and(settings(Map.of(), Map.of("timestep-fs", 0.5)));

        assertThat(half.applied(Map.of("timestep-fs", 2.0), Map.of("timestep-fs", 1.0)))
                .containsEntry("timestep-fs", 1.0);
    }

    @Test
    void what_is_no_number_cannot_be_multiplied() {
        Corrections half = Corrections.NONE.and(settings(Map.of(), Map.of("smearing", 0.5)));

        assertThatThrownBy(() -> half.applied(Map.of("smearing", "mv"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("smearing is to be multiplied by 0.5 but is mv; a number is wanted");
    }

    @Test
    void factors_multiply_and_words_tell_each_correction() {
        Correction half = new Correction(Map.of(), Map.of("timestep-fs", 0.5), false, 2, 1, 2, 1);
        Correction more = new Correction(Map.of("mixing", 0.2), Map.of(), true, 1, 4, 1, 1.5);
        Corrections all = Corrections.NONE.and(half).and(half).and(more);

        assertThat(all.steps()).isEqualTo(4);
        assertThat(all.time()).isEqualTo(4);
        assertThat(all.iterations()).isEqualTo(4);
        assertThat(all.memory()).isEqualTo(1.5);
        assertThat(all.count(half)).isEqualTo(2);
        assertThat(new Corrections(List.of(half, more)).inWords())
                .isEqualTo("timestep-fs*0.5 steps*2 time*2, mixing=0.2 seed=another iterations*4 memory*1.5");
    }

    @Test
    void what_is_carried_over_lies_in_the_work_directory() {
        Correction carry =
                new Correction(Map.of(), Map.of(), false, 1, 1, 1, 1, List.of("scratch", "out/density.hdf5"));

        assertThat(carry.inWords()).isEqualTo("carry=scratch carry=out/density.hdf5");
        assertThat(carry.changesSettings()).isFalse();
        for (String elsewhere : List.of("/etc/passwd", "../other", "a/../../b", "")) {
            assertThatThrownBy(() -> new Correction(Map.of(), Map.of(), false, 1, 1, 1, 1, List.of(elsewhere)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("carry names '" + elsewhere + "'");
        }
    }

    @Test
    void a_correction_that_changes_nothing_is_none() {
        assertThatThrownBy(() -> settings(Map.of(), Map.of())).hasMessageContaining("changes nothing");
        assertThatThrownBy(() -> settings(Map.of(), Map.of("nstep", 0.0))).hasMessageContaining("nstep is 0.0");
    }
}
