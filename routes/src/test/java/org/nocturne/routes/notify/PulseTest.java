package org.nocturne.routes.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PulseTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // such a clock may begin anywhere
    private final Pulse pulse = new Pulse("night", Duration.ofMinutes(5), nanos::get);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void one_sign_comes_at_once_and_the_next_after_a_while() {
        Notice first = pulse.next().orElseThrow();
        pulse.told(first);

        assertThat(pulse.next()).isEmpty();
        pass(Duration.ofMinutes(5));
        pulse.lives();
        assertThat(pulse.next()).isPresent();
    }

    @Test
    void a_loop_that_hangs_gives_none() {
        pass(Duration.ofSeconds(61));

        assertThat(pulse.next()).isEmpty();
        pulse.lives();
        assertThat(pulse.next()).isPresent();
    }

    @Test
    void one_that_did_not_arrive_is_followed_by_the_next_as_usual() {
        pulse.failed(pulse.next().orElseThrow(), new IOException("no route"));

        assertThat(pulse.next()).isEmpty();
        pass(Duration.ofMinutes(5));
        pulse.lives();
        assertThat(pulse.next()).isPresent();
    }
}
