package org.nocturne.routes.run;

import java.util.Optional;
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
     * @param occasion to ask anew
     * @param question that the store answers
     */
    Turn(Occasion occasion, Supplier<Optional<Step>> question) {
        this.occasion = occasion;
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
