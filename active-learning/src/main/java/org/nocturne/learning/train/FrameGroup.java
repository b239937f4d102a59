package org.nocturne.learning.train;

import java.util.List;
import java.util.stream.Stream;
import org.nocturne.core.crystal.LocalEnvironments;

/**
 * Frames around one inherent structure.
 *
 * @param training to learn from
 * @param heldOut to judge by, of other replicas
 */
public record FrameGroup(LocalEnvironments environments, List<TrainingFrame> training, List<TrainingFrame> heldOut) {

    Stream<TrainingFrame> all() {
        return Stream.concat(training.stream(), heldOut.stream());
    }
}
