package org.nocturne.routes.run;

import java.time.Duration;
import org.nocturne.adapters.launch.Launcher;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.adapters.slurm.SlurmLauncher;
import org.nocturne.adapters.slurm.SlurmTrial;
import org.nocturne.learning.loop.RetryPlan;
import org.nocturne.routes.config.AuditConfig;
import org.nocturne.routes.config.CampaignConfig;
import org.nocturne.routes.config.CodeConfig;
import org.nocturne.routes.config.ConfigReader;
import org.nocturne.routes.config.LauncherConfig;

/** Who starts the jobs of a campaign. */
public final class Launchers {
    private static final String KEY = "launcher";

    private Launchers() {}

    static Launcher of(LauncherConfig config, CodeConfig code) {
        long mostBytes = code.outputLimitBytes();
        return config.isSlurm()
                ? new SlurmLauncher(config.settings()).withFilesUpTo(mostBytes)
                : new LocalLauncher().withFilesUpTo(mostBytes);
    }

    /**
     * Whether the jobs of a campaign can be given to whom it names; a cluster is asked whether it would take one, as large as a
     * correction may make it.
     *
     * @throws org.nocturne.routes.config.ConfigException naming file and line, what is wrong and how to mend it
     */
    public static void check(ConfigReader.Read read) {
        CampaignConfig config = read.config();
        LauncherConfig own = config.launcher();
        check(read, KEY, own, config.code(), config.retries().plan(config.code(), own));
        AuditConfig audit = config.audit();
        if (audit != null) {
            LauncherConfig second = audit.launcherOr(own);
            String key = audit.launcher() == null ? KEY : "audit." + KEY;
            check(read, key, second, audit.code(), config.retries().planOfAudit(second));
        }
    }

    private static void check(
            ConfigReader.Read read, String key, LauncherConfig launcher, CodeConfig code, RetryPlan retries) {
        if (launcher.isSlurm()) {
            Duration longest = Duration.ofMillis(
                    Math.round(retries.mostTime() * code.timeLimit().toMillis()));
            new SlurmTrial()
                    .complaint(launcher.settings().withMemory(retries.mostMemory()), longest)
                    .ifPresent(complaint -> {
                        throw read.problem(key, key + ": " + complaint);
                    });
        }
    }
}
