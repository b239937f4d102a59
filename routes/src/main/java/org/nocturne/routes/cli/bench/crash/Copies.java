package org.nocturne.routes.cli.bench.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nocturne.learning.store.Job;

/** Processes that did what another did at the same time, by what the witness wrote down. */
public final class Copies {
    private Copies() {}

    /** In words: a token that was started twice, and two attempts of one step that were alive together. */
    public static List<String> among(List<Job> jobs, List<Witness.Run> runs) {
        Map<String, List<Witness.Run>> bySubject = new HashMap<>();
        Map<String, String> subjects = new HashMap<>();
        for (Job job : jobs) {
            if (job.token() != null) {
                subjects.put(
                        job.token(), job.step().word() + " of " + job.subject().name());
            }
        }
        List<String> copies = new ArrayList<>();
        for (Witness.Run run : runs) {
            String subject = subjects.get(run.token());
            if (subject == null) {
                continue; // the program that answers for forces, which is no job
            }
            List<Witness.Run> others = bySubject.computeIfAbsent(subject, s -> new ArrayList<>());
            for (Witness.Run other : others) {
                if (other.token().equals(run.token())) {
                    copies.add(subject + ": token " + run.token() + " was started twice");
                } else if (other.overlaps(run)) {
                    copies.add(
                            subject + ": attempts " + other.token() + " and " + run.token() + " were alive together");
                }
            }
            others.add(run);
        }
        return copies;
    }
}
