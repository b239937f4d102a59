package org.nocturne.routes.run;

import java.util.Optional;
import org.nocturne.core.work.Step;

/**
 * The campaign's own code, and the second one where there is one. Each has slots of its own: a dear label takes none from the loop.
 *
 * @param own for every step but an audit
 */
record Workplaces(Workplace own, Optional<Workplace> second) {

    static Workplaces of(Workplace own) {
        return new Workplaces(own, Optional.empty());
    }

    /** @throws IllegalStateException if an audit is to be done and there is no second code */
    Workplace of(Step step) {
        return step == Step.AUDIT
                ? second.orElseThrow(() -> new IllegalStateException("there is no second code for an audit"))
                : own;
    }

    boolean canDo(Step step) {
        return step != Step.AUDIT || second.isPresent();
    }
}
