package org.nocturne.adapters.slurm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every job of a campaign asks of the cluster; null where the cluster's own default is good.
 *
 * @param cpus of one job, at least 1
 * @param memoryMb of one job, mebibytes, as Slurm counts
 * @param requeue whether Slurm may run a job again that it took from its node; otherwise Nocturne makes another attempt
 * @param extra further long options of sbatch
 */
public record SlurmSettings(
        @Nullable String partition,
        @Nullable String account,
        @Nullable String qos,
        @Nullable Integer cpus,
        @Nullable Integer memoryMb,
        @Nullable String constraint,
        boolean requeue,
        List<String> extra) {

    /** Beyond the limit of the command, which its wrapper keeps: so that Slurm's limit is never the one that ends it. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    /** @throws IllegalArgumentException beginning with the name of the setting */
    public SlurmSettings {
        word("partition", partition);
        word("account", account);
        word("qos", qos);
        word("constraint", constraint);
        atLeastOne("cpus", cpus);
        atLeastOne("memory-mb", memoryMb);
        extra = List.copyOf(extra);
        for (String option : extra) {
            OwnedOptions.complaint(option).ifPresent(complaint -> {
                throw new IllegalArgumentException("extra: " + complaint);
            });
        }
    }

    /** All left to the cluster. */
    public static SlurmSettings ofTheCluster() {
        return new SlurmSettings(null, null, null, null, null, null, false, List.of());
    }

    /** The same with another share of memory; what is left to the cluster stays so. */
    public SlurmSettings withMemory(double factor) {
        Integer grown = memoryMb == null ? null : Math.toIntExact(Math.round(memoryMb * factor));
        return new SlurmSettings(partition, account, qos, cpus, grown, constraint, requeue, extra);
    }

    /** What is asked for, as options of sbatch; Slurm counts a time limit in whole minutes. */
    List<String> options(Duration limit) {
        List<String> out = new ArrayList<>();
        long minutes = limit.plus(MARGIN).toSeconds() / 60 + 1;
        out.add("--time=" + minutes);
        add(out, "partition", partition);
        add(out, "account", account);
        add(out, "qos", qos);
        add(out, "cpus-per-task", cpus);
        add(out, "mem", memoryMb == null ? null : memoryMb + "M");
        add(out, "constraint", constraint);
        out.add(requeue ? "--requeue" : "--no-requeue");
        out.addAll(extra);
        return out;
    }

    private static void add(List<String> out, String name, @Nullable Object value) {
        if (value != null) {
            out.add("--" + name + "=" + value);
        }
    }

    private static void word(String name, @Nullable String value) {
        if (value != null && !value.matches("[^\\s\\p{Cntrl}'\"]+")) {
            throw new IllegalArgumentException(
                    name + ": '" + value + "' is no name; wanted is one without blanks and quotes");
        }
    }

    private static void atLeastOne(String name, @Nullable Integer value) {
        if (value != null && value < 1) {
            throw new IllegalArgumentException(name + ": is " + value + "; at least 1 is wanted");
        }
    }
}
