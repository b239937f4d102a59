package org.nocturne.routes.run;

import java.util.Optional;
import java.util.function.Supplier;
import org.nocturne.learning.store.Store;

/** What goes along with a campaign while its runner leads, and does not hold it up. */
public interface Beside extends AutoCloseable {
    /** Goes along with nothing. */
    Opening NOTHING = (store, status) -> new Beside() {
        @Override
        public void lives() {
            // nobody is told
        }

        @Override
        public void close() {
            // there is nothing open
        }
    };

    /** Opens it when a runner takes the lead; {@code status} is read from the store anew each time. */
    @FunctionalInterface
    interface Opening {
        Beside open(Store store, Supplier<Status> status);

        /** This and another. */
        default Opening and(Opening other) {
            return (store, status) -> {
                Beside one = open(store, status);
                Beside two = other.open(store, status);
                return new Beside() {
                    @Override
                    public void lives() {
                        one.lives();
                        two.lives();
                    }

                    @Override
                    public Optional<String> answer(String word) {
                        return one.answer(word).or(() -> two.answer(word));
                    }

                    @Override
                    public void close() {
                        one.close();
                        two.close();
                    }
                };
            };
        }
    }

    /** The loop has been looked at, some times a second: when this stops, it hangs. */
    void lives();

    /** What it answers to a word at the control socket: one line of JSON; empty where the word is not for it. */
    default Optional<String> answer(String word) {
        return Optional.empty();
    }

    /** The runner ends; the campaign has ended where its store says so. */
    @Override
    void close();
}
