package org.nocturne.adapters.launch;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What {@link Launcher#look} finds. */
public sealed interface State {

    /** Nothing was started under this token in this directory. */
    record NeverStarted() implements State {}

    /**
     * It runs, or waits for its turn in a queue.
     *
     * @param id of the process here, or of the job in its queue; 0 where it is not known at this moment
     */
    record Running(long id) implements State {}

    record Ended(Finished finished) implements State {}

    /** It ran, it is dead, and it left no exit code. */
    record Gone() implements State {}

    /** How it ended, also when it left no exit code; empty while it runs and where it was never started. */
    default Optional<Finished> ending() {
        return fold(
                Optional::empty,
                running -> Optional.empty(),
                ended -> Optional.of(ended.finished()),
                () -> Optional.of(Finished.byItself(Finished.NO_EXIT_CODE, Duration.ZERO)));
    }

    /** One answer for each state. */
    default <R> R fold(
            Supplier<? extends R> neverStarted,
            Function<? super Running, ? extends R> running,
            Function<? super Ended, ? extends R> ended,
            Supplier<? extends R> gone) {
        if (this instanceof Running it) {
            return running.apply(it);
        }
        if (this instanceof Ended it) {
            return ended.apply(it);
        }
        return this instanceof Gone ? gone.get() : neverStarted.get();
    }
}
