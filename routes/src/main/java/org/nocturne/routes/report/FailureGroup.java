package org.nocturne.routes.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nocturne.learning.store.Job;

/** Failed attempts with one cause at one step, and the first few of them. */
record FailureGroup(String step, String cause, int count, List<Example> examples) {
    private static final int SHOWN = 3;

    record Example(String subject, int attempt, String detail, String workDir) {}

    static List<FailureGroup> of(List<Job> failures, Path campaignDir) {
        Map<String, List<Job>> groups = new LinkedHashMap<>();
        for (Job job : failures) {
            groups.computeIfAbsent(job.step().word() + " " + job.cause(), key -> new ArrayList<>())
                    .add(job);
        }
        return groups.values().stream()
                .map(jobs -> group(jobs, campaignDir))
                .sorted(Comparator.comparingInt(FailureGroup::count).reversed())
                .toList();
    }

    private static FailureGroup group(List<Job> jobs, Path campaignDir) {
        Job first = jobs.get(0);
        return new FailureGroup(
                first.step().word(),
                String.valueOf(first.cause()),
                jobs.size(),
                jobs.stream().limit(SHOWN).map(job -> example(job, campaignDir)).toList());
    }

    private static Example example(Job job, Path campaignDir) {
        String workDir = job.workDir();
        return new Example(
                job.subject().name(),
                job.attempt(),
                job.detail() == null ? "" : job.detail(),
                workDir == null ? Numbers.DASH : campaignDir.resolve(workDir).toString());
    }

    public int hidden() {
        return count - examples.size();
    }
}
