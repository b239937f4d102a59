package org.nocturne.routes.cli.bench.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.routes.cli.step.CommandRun;

class InstantCampaignTest {
    @TempDir
    Path dir;

    /** Nothing is left out: what it leaves behind is a campaign that holds what every campaign must. */
    @Test
    void it_is_a_true_campaign() throws Exception {
        InstantCampaign.Cost cost = InstantCampaign.run(dir, 3);

        assertThat(cost.tasks()).isGreaterThanOrEqualTo(2 * 3 + 4); // a relaxation and a label each, and the replicas
        assertThat(cost.ownSeconds()).isPositive();
        assertThat(cost.programSeconds()).isPositive();
        CommandRun verified = CommandRun.of("verify", dir.resolve("run").toString());
        assertThat(verified.code()).as(verified.output()).isZero();
    }

    @Test
    void the_store_alone_commits_each_change() throws Exception {
        assertThat(StoreTrial.changesPerSecond(dir, 20, 1)).isPositive();
    }
}
