package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OccasionTest {
    private long changes;
    private long nanos = -5;
    private final Occasion occasion = new Occasion(() -> changes, () -> nanos);

    @Test
    void theFirstLookHasOne() {
        assertThat(occasion.arises()).isTrue();
        assertThat(occasion.arises()).isFalse();
    }

    @Test
    void aChangeIsOneOnce() {
        occasion.arises();
        changes++;
        assertThat(occasion.arises()).isTrue();
        assertThat(occasion.arises()).isFalse();
    }

    @Test
    void aChangeDuringTheLookIsAnother() {
        changes++;
        occasion.arises();
        changes++; // by somebody else, while the store is asked
        assertThat(occasion.arises()).isTrue();
    }

    @Test
    void aSecondWithoutChangeIsOne() {
        occasion.arises();
        nanos += TimeUnit.MILLISECONDS.toNanos(999);
        assertThat(occasion.arises()).isFalse();
        nanos += TimeUnit.MILLISECONDS.toNanos(1);
        assertThat(occasion.arises()).isTrue();
        assertThat(occasion.arises()).isFalse();
    }

    @Test
    void whatWasFoundMayNotBeTheLast() {
        occasion.arises();
        occasion.again();
        assertThat(occasion.arises()).isTrue();
        assertThat(occasion.arises()).isFalse();
    }
}
