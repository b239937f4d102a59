package org.nocturne.adapters.slurm;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The options of sbatch that are not for {@code extra}: each with the key that says the same, or why there is none. */
final class OwnedOptions {
    private static final String FINDS = "Nocturne finds its jobs again by it";
    private static final String FILES = "the files of a run have fixed names in its work directory";
    private static final String RETRY = "use launcher.requeue";
    private static final String WAITS = "Nocturne asks the queue itself";
    private static final String SCRIPT = "what is run comes from code.settings";

    private static final Map<String, String> OWNED = new TreeMap<>(Map.ofEntries(
            Map.entry("job-name", FINDS),
            Map.entry("output", FILES),
            Map.entry("error", FILES),
            Map.entry("input", FILES),
            Map.entry("open-mode", FILES),
            Map.entry("chdir", FILES),
            Map.entry("time", "use code.time-limit-minutes"),
            Map.entry("time-min", "use code.time-limit-minutes"),
            Map.entry("array", "every calculation is a job of its own; how many run at once is slots"),
            Map.entry("parsable", "Nocturne reads what sbatch prints"),
            Map.entry("quiet", "Nocturne reads what sbatch prints"),
            Map.entry("verbose", "Nocturne reads what sbatch prints"),
            Map.entry("help", "it submits nothing"),
            Map.entry("usage", "it submits nothing"),
            Map.entry("version", "it submits nothing"),
            Map.entry("test-only", "it submits nothing"),
            Map.entry("wait", WAITS),
            Map.entry("hold", "a held job would never run"),
            Map.entry("requeue", RETRY),
            Map.entry("no-requeue", RETRY),
            Map.entry("wrap", SCRIPT),
            Map.entry("uid", "Nocturne asks for the jobs of the user who runs it"),
            Map.entry("clusters", "start Nocturne on that cluster"),
            Map.entry("partition", "use launcher.partition"),
            Map.entry("account", "use launcher.account"),
            Map.entry("qos", "use launcher.qos"),
            Map.entry("cpus-per-task", "use launcher.cpus"),
            Map.entry("mem", "use launcher.memory-mb"),
            Map.entry("constraint", "use launcher.constraint")));

    private OwnedOptions() {}

    /**
     * What is wrong with an option of {@code extra}: one that Nocturne sets itself, also in the shortened form that sbatch accepts.
     *
     * @return empty where it may stand
     */
    static Optional<String> complaint(String option) {
        if (!option.matches("--[a-z][a-z0-9-]*(=[^\\p{Cntrl}]*)?")) {
            return Optional.of("'" + option + "' is no option; wanted is a long one such as --comment=night");
        }
        String name = option.substring(2).replaceFirst("=.*", "");
        if (OWNED.containsKey(name)) {
            return Optional.of("'" + option + "' is not for extra: " + OWNED.get(name));
        }
        return OWNED.entrySet().stream()
                .filter(owned -> owned.getKey().startsWith(name))
                .findFirst()
                .map(owned -> "'" + option + "' may be short for --" + owned.getKey() + ", which is not for extra: "
                        + owned.getValue());
    }
}
