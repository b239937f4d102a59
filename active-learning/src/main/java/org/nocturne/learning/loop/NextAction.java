package org.nocturne.learning.loop;

import java.util.Locale;
import java.util.Optional;
import org.nocturne.core.structure.Kelvin;

/**
 * What the loop does after a round, as {@link Acquisition} has decided.
 *
 * @param temperature that it is for; empty where it is for none or several
 * @param amount of replicas, or of candidates that are left
 * @param because in one sentence
 */
public record NextAction(Kind kind, Optional<Kelvin> temperature, int amount, String because) {

    public enum Kind {
        /** Independent MD is run to learn from. */
        REPLICAS,
        /** MD is run to judge by. */
        REFERENCE,
        /** More candidates are proposed. */
        CANDIDATES,
        /** All candidates are proposed; what is open of later rounds is waited for. */
        WAIT,
        /** The last round is judged. */
        END,
        /** The campaign stops before its last round. */
        STOP;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static NextAction without(Kind kind, String because) {
        return new NextAction(kind, Optional.empty(), 0, because);
    }
}
