package org.nocturne.core.work;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The answer of a calculation: a result, or a failure with its cause. Failure of a calculation is data, not an exception. */
public sealed interface Outcome {

    <R> R fold(Function<? super Done, ? extends R> onDone, Function<? super Failed, ? extends R> onFailed);

    record Done(Result result) implements Outcome {
        @Override
        public <R> R fold(Function<? super Done, ? extends R> onDone, Function<? super Failed, ? extends R> onFailed) {
            return onDone.apply(this);
        }
    }

    /**
     * @param detail one line for a person, with what was found
     * @param workDir where input and output of the failed run lie
     * @param remedies what another attempt may do otherwise, the likeliest first; empty where nothing is known to help
     */
    record Failed(Cause cause, String detail, Path workDir, List<Remedy> remedies) implements Outcome {
        public Failed {
            remedies = List.copyOf(remedies);
        }

        /** One for which nothing is known to help. */
        public Failed(Cause cause, String detail, Path workDir) {
            this(cause, detail, workDir, List.of());
        }

        @Override
        public <R> R fold(Function<? super Done, ? extends R> onDone, Function<? super Failed, ? extends R> onFailed) {
            return onFailed.apply(this);
        }
    }
}
