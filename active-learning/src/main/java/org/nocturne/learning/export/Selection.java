package org.nocturne.learning.export;

import java.util.Locale;
import java.util.Set;
import org.nocturne.learning.store.Role;

/**
 * Which structures are taken out; an empty set leaves nothing out.
 *
 * @param temperaturesK to within a millikelvin
 * @param states of candidates: proposed, relaxing, relaxed, labelling, labelled, failed, held
 */
public record Selection(
        Kind kind, Set<Role> roles, Set<Double> temperaturesK, Set<Integer> rounds, Set<String> states) {

    /** What of a subject is taken. */
    public enum Kind {
        /** Labelled thermal frames, of candidates and of replicas. */
        FRAME,
        /** Bottoms of the basins that candidates fell to. */
        INHERENT,
        /** Candidates as they were proposed, also those that failed. */
        PROPOSAL;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final double SAME_KELVIN = 1e-3;

    public Selection {
        roles = Set.copyOf(roles);
        temperaturesK = Set.copyOf(temperaturesK);
        rounds = Set.copyOf(rounds);
        states = Set.copyOf(states);
    }

    boolean wants(Role role) {
        return roles.isEmpty() || roles.contains(role);
    }

    boolean wants(double temperatureK) {
        return temperaturesK.isEmpty()
                || temperaturesK.stream().anyMatch(t -> Math.abs(t - temperatureK) < SAME_KELVIN);
    }

    /** Whether nothing is asked that only a candidate has. */
    boolean wantsReplicas() {
        return rounds.isEmpty() && states.isEmpty();
    }

    boolean wants(int round, String state) {
        return (rounds.isEmpty() || rounds.contains(round)) && (states.isEmpty() || states.contains(state));
    }
}
