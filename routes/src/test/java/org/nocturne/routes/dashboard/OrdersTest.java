package org.nocturne.routes.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Step;
import org.nocturne.learning.loop.Budget;
import org.nocturne.learning.loop.Grants;
import org.nocturne.learning.loop.Meter;
import org.nocturne.learning.loop.Pausing;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Grant;
import org.nocturne.learning.store.Job;

/** What a person with the token orders. */
class OrdersTest {
    private static final Meter PLENTY = new Meter() {
        @Override
        public java.time.Duration ran(Job job) {
            return java.time.Duration.ZERO;
        }

        @Override
        public long folderMb() {
            return 1;
        }

        @Override
        public long freeMb() {
            return 1 << 20;
        }
    };

    private SeenCampaign campaign;
    private Orders orders;

    @BeforeEach
    void begin(@TempDir Path dir) throws Exception {
        campaign = new SeenCampaign(dir);
        orders = Orders.of(
                campaign.folder,
                new Grants(campaign.inputs.plan(), campaign.store),
                new Pausing(campaign.inputs.plan(), campaign.store));
    }

    @AfterEach
    void end() {
        campaign.close();
    }

    private boolean mayBegin() {
        return new Budget(campaign.inputs.plan().budget(), campaign.store, PLENTY).mayBegin(Step.RELAX);
    }

    private Event newest() {
        return campaign.store
                .inTransaction(tx -> tx.events().before(Long.MAX_VALUE, 1))
                .get(0)
                .event();
    }

    @Test
    void a_paused_campaign_begins_nothing_until_it_goes_on_and_the_log_says_so() {
        assertThat(mayBegin()).isTrue();

        orders.carryOut("pause", Map.of());
        assertThat(mayBegin()).isFalse();
        assertThat(newest().step()).isEqualTo("pause");
        assertThatThrownBy(() -> orders.carryOut("pause", Map.of()))
                .hasMessageContaining("is paused")
                .hasMessageContaining("wanted is one that is running");

        orders.carryOut("continue", Map.of());
        assertThat(mayBegin()).isTrue();
        assertThat(newest().step()).isEqualTo("continue");
    }

    @Test
    void a_budget_is_granted_beside_what_holds() {
        orders.carryOut("budget", Map.of("core-hours", "12.5", "failures", "70"));

        Grant grant = campaign.store.inTransaction(tx -> tx.budgets().present().orElseThrow());
        assertThat(grant.coreHours()).isEqualTo(12.5);
        assertThat(grant.failures()).isEqualTo(70);
        assertThat(grant.keepFreeMb()).isEqualTo(1024);
        assertThat(newest().fields()).containsEntry("by", "person");
    }

    @Test
    void a_temperature_is_added_as_the_command_line_does() {
        orders.carryOut("temperature", Map.of("kelvin", "450"));

        assertThat(campaign.store.<List<Kelvin>>inTransaction(
                        tx -> tx.temperatures().added()))
                .containsExactly(Kelvin.of(450));
        assertThat(newest().fields()).containsEntry("T", "450K").containsEntry("by", "person");
        assertThatThrownBy(() -> orders.carryOut("temperature", Map.of("kelvin", "450")))
                .hasMessageContaining("450K is there already");
    }

    @Test
    void what_cannot_be_meant_is_refused_and_grants_nothing() {
        long before = campaign.store.inTransaction(tx -> tx.events().count());

        for (Map<String, String> said : List.of(
                Map.of("core-hours", "-1"),
                Map.of("core-hours", "NaN"),
                Map.of("failures", "1.5"),
                Map.of("until", "soon"),
                Map.of("cores", "4"),
                Map.<String, String>of())) {
            assertThatThrownBy(() -> orders.carryOut("budget", said))
                    .as(String.valueOf(said))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("wanted");
        }
        for (Map<String, String> said : List.of(
                Map.of("kelvin", "-1"),
                Map.of("kelvin", "warm"),
                Map.of("kelvin", "Infinity"),
                Map.of("celsius", "20"),
                Map.<String, String>of())) {
            assertThatThrownBy(() -> orders.carryOut("temperature", said))
                    .as(String.valueOf(said))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("wanted");
        }
        assertThatThrownBy(() -> orders.carryOut("rm", Map.of())).hasMessageContaining("wanted is stop");
        assertThatThrownBy(() -> orders.carryOut("stop", Map.of())).hasMessageContaining("no runner is at work");
        long after = campaign.store.inTransaction(tx -> tx.events().count());
        assertThat(after).isEqualTo(before);
    }
}
