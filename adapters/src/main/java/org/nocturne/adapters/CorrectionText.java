package org.nocturne.adapters;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.work.Correction;
import org.nocturne.core.work.Remedy;
import org.nocturne.core.work.Step;

/**
 * A correction as a file says it.
 *
 * @param set settings of the code and their new values
 * @param multiply numeric settings of the code and their factors
 * @param seed "another", where a new seed alone may help
 * @param steps factor of the steps of molecular dynamics
 * @param iterations factor of the iterations of a minimisation
 * @param time factor of the time limit
 * @param memory factor of the memory of a cluster's job
 * @param carry files and folders of the failed attempt that the next one finds, such as a restart file
 * @param tasks at which it is of use: label, minimise, relax, replica; all where absent
 * @param atMost how often, once where absent
 */
record CorrectionText(
        @Nullable Map<String, Object> set,
        @Nullable Map<String, Double> multiply,
        @Nullable String seed,
        @Nullable Double steps,
        @Nullable Double iterations,
        @Nullable Double time,
        @Nullable Double memory,
        @Nullable List<String> carry,
        @Nullable List<String> tasks,
        @JsonProperty("at-most") @Nullable Integer atMost) {

    /** A proposal is drawn by no code, and what helps a label helps an audit. */
    private static final Set<Step> OF_A_CODE = EnumSet.complementOf(EnumSet.of(Step.PROPOSE, Step.AUDIT));

    /** @throws IllegalArgumentException saying what is not understood */
    Remedy remedy() {
        if (seed != null && !seed.equals("another")) {
            throw new IllegalArgumentException("seed is '" + seed + "'; wanted is another");
        }
        Correction correction = new Correction(
                set == null ? Map.of() : set,
                multiply == null ? Map.of() : multiply,
                seed != null,
                factor(steps),
                factor(iterations),
                factor(time),
                factor(memory),
                carry == null ? List.of() : carry);
        return new Remedy(correction, tasks == null ? OF_A_CODE : steps(tasks), atMost == null ? 1 : atMost);
    }

    private static double factor(@Nullable Double given) {
        return given == null ? 1 : given;
    }

    private static Set<Step> steps(List<String> words) {
        return words.stream().map(CorrectionText::step).collect(Collectors.toSet());
    }

    private static Step step(String word) {
        return OF_A_CODE.stream()
                .filter(known -> known.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "tasks names '" + word + "'; known are label, minimise, relax, replica"));
    }
}
