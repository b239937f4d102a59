package org.nocturne.routes.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nocturne.learning.store.Job;

/** Attempts at one step that did the same otherwise than the first, and what came of them. */
record CorrectionGroup(String step, String correction, int attempts, int succeeded, String subjects) {
    private static final int SHOWN = 5;

    static List<CorrectionGroup> of(List<Job> corrected) {
        Map<String, List<Job>> groups = new LinkedHashMap<>();
        for (Job job : corrected) {
            groups.computeIfAbsent(job.step().word() + " " + job.corrections().inWords(), key -> new ArrayList<>())
                    .add(job);
        }
        return groups.values().stream()
                .map(CorrectionGroup::group)
                .sorted(Comparator.comparingInt(CorrectionGroup::attempts).reversed())
                .toList();
    }

    private static CorrectionGroup group(List<Job> jobs) {
        List<String> subjects = new ArrayList<>(jobs.stream()
                .map(job -> job.subject().name())
                .distinct()
                .limit(SHOWN)
                .toList());
        if (jobs.stream().map(Job::subject).distinct().count() > SHOWN) {
            subjects.add("...");
        }
        return new CorrectionGroup(
                jobs.get(0).step().word(),
                jobs.get(0).corrections().inWords(),
                jobs.size(),
                (int) jobs.stream().filter(job -> job.state() == Job.State.DONE).count(),
                String.join(", ", subjects));
    }
}
