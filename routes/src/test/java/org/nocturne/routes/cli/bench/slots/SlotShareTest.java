package org.nocturne.routes.cli.bench.slots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nocturne.routes.cli.bench.slots.SlotShare.Run;

/** Worked by hand. */
class SlotShareTest {

    @Test
    void slots_without_a_pause_are_full() {
        SlotShare share =
                SlotShare.of(List.of(new Run(0, 5), new Run(1, 6), new Run(5, 10), new Run(6, 11), new Run(10, 15)), 2);

        // from 0 to 10; the second slot stood empty before its first task
        assertThat(share.share()).isCloseTo(19.0 / 20, within(1e-12));
        assertThat(share.seconds()).isEqualTo(10);
    }

    @Test
    void what_lies_between_two_tasks_is_lost() {
        SlotShare share = SlotShare.of(List.of(new Run(0, 4), new Run(5, 9), new Run(10, 14)), 1);

        assertThat(share.share()).isCloseTo(0.8, within(1e-12));
        assertThat(share.betweenMillis()).isCloseTo(1000, within(1e-9));
    }

    @Test
    void slots_that_were_not_filled_anew_say_nothing() {
        assertThatThrownBy(() -> SlotShare.of(List.of(new Run(0, 1), new Run(0, 1), new Run(1, 2)), 2))
                .hasMessageContaining("wanted are at least two for each");
    }
}
