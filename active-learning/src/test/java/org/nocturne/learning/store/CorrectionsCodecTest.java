package org.nocturne.learning.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nocturne.core.work.Correction;
import org.nocturne.core.work.Corrections;

class CorrectionsCodecTest {

    @Test
    void what_was_written_before_anything_could_be_carried_over_is_read() {
        String earlier =
                "[{\"set\":{},\"multiply\":{\"timestep-fs\":0.5},\"anotherSeed\":false,\"steps\":2.0,\"iterations\":1.0,"
                        + "\"time\":2.0,\"memory\":1.0}]";

        assertThat(CorrectionsCodec.read(earlier))
                .isEqualTo(new Corrections(
                        List.of(new Correction(Map.of(), Map.of("timestep-fs", 0.5), false, 2, 1, 2, 1))));
    }
}
