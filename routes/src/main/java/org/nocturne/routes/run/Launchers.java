package org.nocturne.routes.run;

import java.time.Duration;
import org.nocturne.adapters.launch.Launcher;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.adapters.slurm.SlurmLauncher;
import org.nocturne.adapters.slurm.SlurmTrial;
import org.nocturne.learning.loop.RetryPlan;
import org.nocturne.routes.config.CampaignConfig;
import org.nocturne.routes.config.ConfigReader;

/** Who starts the jobs of a campaign. */
public final class Launchers {
    private static final String KEY = "launcher";

    private Launchers() {}

    static Launcher of(CampaignConfig config) {
        return config.launcher().isSlurm() ? new SlurmLauncher(config.launcher().settings()) : new LocalLauncher();
    }

    /**
     * Whether the jobs of a campaign can be given to whom it names; a cluster is asked whether it would take one, as large as a
     * correction may make it.
     *
     * @throws org.nocturne.routes.config.ConfigException naming file and line, what is wrong and how to mend it
     */
    public static void check(ConfigReader.Read read) {
        CampaignConfig config = read.config();
        if (config.launcher().isSlurm()) {
            RetryPlan retries = config.retries().plan(config.code(), config.launcher());
            Duration longest = Duration.ofMillis(
                    Math.round(retries.mostTime() * config.code().timeLimit().toMillis()));
            new SlurmTrial()
                    .complaint(config.launcher().settings().withMemory(retries.mostMemory()), longest)
                    .ifPresent(complaint -> {
                        throw read.problem(KEY, KEY + ": " + complaint);
                    });
        }
    }
}
