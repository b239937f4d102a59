package org.nocturne.routes.run;

import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.nocturne.core.work.Step;

/** The step whose turn it is. Each step's route asks, and between two changes all of them get the same answer. */
final class Turn {
    private final Occasion occasion;
    private final Supplier<Optional<Step>> question;
    private Optional<Step> known = Optional.empty();

    /**
     * That of some slots.
     *
     * @param changes grows with each change that may make for another answer, when it is over
     * @param question that the store answers
     */
    Turn(LongSupplier changes, Supplier<Optional<Step>> question) {
        this.occasion = new Occasion(changes);
        this.question = question;
    }

    synchronized boolean isOf(Step step) {
        if (occasion.arises()) {
            known = Optional.empty(); // also where the question fails
            known = question.get();
        }
        return known.equals(Optional.of(step));
    }
}
