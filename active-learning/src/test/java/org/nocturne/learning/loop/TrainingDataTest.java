package org.nocturne.learning.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.work.Method;
import org.nocturne.learning.store.FrameTable.LabelledFrame;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.train.TrainingFrame;

class TrainingDataTest {
    @TempDir
    Path dir;

    private Night night;
    private TrainingData data;

    @BeforeEach
    void sample() {
        night = Night.sampled(dir, Plans.crystal());
        data = new TrainingData(night.store, night.files);
    }

    @AfterEach
    void end() {
        night.close();
    }

    private List<LabelledFrame> training() {
        return data.select(Night.METHOD.id(), Role.TRAINING);
    }

    @Test
    void every_frame_of_a_replica_is_read_from_its_own_place_in_the_file() {
        assertThat(training())
                .hasSize(Night.FRAMES)
                .allSatisfy(f -> assertThat(data.read(f).label().energyEv()).isEqualTo(f.energyEv()));
        assertThat(training().stream().map(LabelledFrame::energyEv).distinct()).hasSize(Night.FRAMES);
    }

    @Test
    void labels_of_another_method_are_not_mixed_in() {
        assertThat(data.select(new Method("springs", "2", "nearest neighbours", "").id(), Role.TRAINING))
                .isEmpty();
    }

    @Test
    void a_learner_sees_displacements_out_of_the_inherent_structure_without_the_drift_and_the_forces() {
        LabelledFrame first = training().get(0);

        TrainingFrame frame = data.forTraining(first, Night.CRYSTAL);

        assertThat(frame.forcesEvPerAngstrom())
                .containsExactly(data.read(first).label().forcesEvPerAngstrom());
        double[] u = frame.displacementsAngstrom();
        double drift = 0;
        for (int k = 0; k < u.length; k += 3) {
            drift += u[k];
        }
        assertThat(drift).isCloseTo(0, within(1e-9));
        assertThat(Night.springs(u)).containsExactly(frame.forcesEvPerAngstrom(), within(1e-6));
    }

    @Test
    void the_hash_stands_for_the_frames_and_their_order() {
        List<LabelledFrame> frames = training();
        String hash = TrainingData.hash(frames);

        assertThat(TrainingData.hash(
                        new TrainingData(night.store, night.files).select(Night.METHOD.id(), Role.TRAINING)))
                .isEqualTo(hash);
        assertThat(TrainingData.hash(frames.subList(0, 3))).isNotEqualTo(hash);
        assertThat(TrainingData.hash(data.select(Night.METHOD.id(), Role.HELD_OUT)))
                .isNotEqualTo(hash);
    }
}
