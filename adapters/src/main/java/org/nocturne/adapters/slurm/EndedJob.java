package org.nocturne.adapters.slurm;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The record of a job that has ended, from a line of {@code scontrol -o show job} or of the job completion file: words of the form
 * Key=value.
 *
 * @param exitCode as a shell gives it; empty where the record has none, or one that tells nothing
 */
record EndedJob(JobState state, OptionalInt exitCode) {

    /** Empty where the line is no record of this job, or says that it lives. */
    static Optional<EndedJob> parse(String line, long id, String name) {
        Map<String, String> words = Arrays.stream(line.strip().split(" ", -1))
                .filter(word -> word.contains("="))
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> first));
        boolean ofThisJob = String.valueOf(id).equals(words.get("JobId"))
                && name.equals(words.getOrDefault("JobName", words.getOrDefault("Name", "")));
        JobState state = JobState.of(words.getOrDefault("JobState", ""));
        return ofThisJob && !state.isAlive()
                ? Optional.of(new EndedJob(state, exitCode(words.getOrDefault("ExitCode", ""))))
                : Optional.empty();
    }

    /** Slurm tells exit code and signal as "3:0" and "0:9". */
    private static OptionalInt exitCode(String word) {
        if (!word.matches("\\d{1,3}:\\d{1,3}")) {
            return OptionalInt.empty();
        }
        String[] parts = word.split(":", 2);
        int signal = Integer.parseInt(parts[1]);
        return OptionalInt.of(signal > 0 ? 128 + signal : Integer.parseInt(parts[0]));
    }
}
