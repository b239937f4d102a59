package org.nocturne.adapters.slurm;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.nocturne.adapters.launch.Answer;

/**
 * What sbatch answered.
 *
 * @param id of the job, if it was taken
 * @param refused it was not taken and will not be; otherwise, without an id, nobody knows
 * @param words of sbatch
 */
record Submission(OptionalLong id, boolean refused, String words) {
    private static final Pattern ID = Pattern.compile("(\\d{1,18})(;.*)?");

    /** The controller could not be reached, or the answer was lost on the way: the job may be in the queue or not. */
    private static final List<String> UNCLEAR = List.of(
            "Unable to contact slurm controller",
            "Socket timed out",
            "Zero Bytes were transmitted",
            "Communication connection failure",
            "Connection refused",
            "Slurm temporarily unable to accept job",
            "Slurm backup controller in standby mode",
            "Resource temporarily unavailable",
            "Unexpected message received",
            "Protocol authentication error",
            "Invalid authentication credential");

    /** @param answer empty where sbatch gave none in time */
    static Submission of(Optional<Answer> answer) {
        if (answer.isEmpty()) {
            return new Submission(OptionalLong.empty(), false, "sbatch did not answer in time");
        }
        String words = answer.get().err().strip().replaceAll("\\s*\\R\\s*", "; ");
        var id = ID.matcher(answer.get().out().strip());
        if (answer.get().succeeded() && id.matches()) {
            return new Submission(OptionalLong.of(Long.parseLong(id.group(1))), false, words);
        }
        boolean refused = UNCLEAR.stream().noneMatch(words::contains);
        String said = words.isEmpty() ? "exit code " + answer.get().exitCode() + " and nothing else" : words;
        return new Submission(OptionalLong.empty(), refused, said);
    }
}
