package org.nocturne.learning.train.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nocturne.learning.train.job.FrameSetReader.Entry;

class BatchesTest {
    private static List<Entry> frames(int first, int second) {
        List<Entry> out = new ArrayList<>();
        for (int k = 0; k < first + second; k++) {
            out.add(new Entry(k < first ? 0 : 1, false, 300, k));
        }
        return out;
    }

    @Test
    void every_frame_comes_once_in_an_epoch() {
        Batches batches = new Batches(frames(12, 8), 4, 1);
        List<Entry> seen = new ArrayList<>();
        for (int step = 0; step < batches.perEpoch(); step++) {
            seen.addAll(batches.at(step));
        }

        assertThat(batches.perEpoch()).isEqualTo(5);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(frames(12, 8));
    }

    @Test
    void a_batch_holds_frames_of_one_layout() {
        Batches batches = new Batches(frames(9, 7), 4, 1);
        for (int step = 0; step < 20; step++) {
            assertThat(batches.at(step).stream().map(Entry::layout).distinct()).hasSize(1);
        }
    }

    @Test
    void a_training_that_begins_in_the_middle_sees_what_it_would_have_seen() {
        Batches whole = new Batches(frames(10, 0), 3, 9);
        for (int step = 0; step < 50; step++) {
            assertThat(new Batches(frames(10, 0), 3, 9).at(step)).isEqualTo(whole.at(step));
        }
        assertThat(new Batches(frames(10, 0), 3, 10).at(0)).isNotEqualTo(whole.at(0));
    }

    @Test
    void fewer_frames_than_a_batch_make_a_batch() {
        assertThat(new Batches(frames(2, 0), 4, 1).at(3)).hasSize(2);
    }
}
