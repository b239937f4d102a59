package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.nocturne.core.work.Step;

class TurnTest {
    private final AtomicLong changes = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private Optional<Step> answer = Optional.of(Step.RELAX);

    private final Turn turn = new Turn(onChange(), () -> {
        asked.incrementAndGet();
        return answer;
    });

    /** The clock stands, so that time makes no occasion. */
    private Occasion onChange() {
        return new Occasion(changes::get, () -> 0);
    }

    @Test
    void all_who_ask_after_one_change_get_one_answer() {
        assertThat(turn.isOf(Step.LABEL)).isFalse();
        int once = asked.get();
        answer = Optional.of(Step.LABEL);
        assertThat(turn.isOf(Step.RELAX)).isTrue();
        assertThat(asked).hasValue(once);

        changes.incrementAndGet();

        assertThat(turn.isOf(Step.RELAX)).isFalse();
        assertThat(turn.isOf(Step.LABEL)).isTrue();
    }

    /** An old answer would have a step claimed whose turn it is no more. */
    @Test
    void it_is_nobodys_turn_where_the_question_fails() {
        Turn failing = new Turn(onChange(), () -> {
            if (changes.get() > 0) {
                throw new IllegalStateException("no store");
            }
            return Optional.of(Step.RELAX);
        });
        assertThat(failing.isOf(Step.RELAX)).isTrue();
        changes.incrementAndGet();

        assertThatThrownBy(() -> failing.isOf(Step.RELAX)).hasMessage("no store");
        assertThat(failing.isOf(Step.RELAX)).isFalse();
    }
}
