package org.nocturne.learning.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.SubjectTable.Replica;

class BootstrapTest {
    private static final Kelvin WARM = Kelvin.of(600);

    @TempDir
    Path dir;

    private static List<Replica> replicas(Path dir, Plans plans) {
        try (Night night = Night.begun(dir, plans)) {
            return night.ask(tx -> tx.subjects().replicas());
        }
    }

    @Test
    void those_that_judge_come_before_those_that_teach_and_the_reference_last() {
        List<Replica> all = replicas(dir, Plans.crystal().withReplicas(2, Plans.T, WARM));

        assertThat(all)
                .extracting(Replica::role)
                .containsExactly(
                        Role.HELD_OUT,
                        Role.HELD_OUT,
                        Role.HELD_OUT,
                        Role.HELD_OUT,
                        Role.TRAINING,
                        Role.TRAINING,
                        Role.TRAINING,
                        Role.TRAINING,
                        Role.REFERENCE,
                        Role.REFERENCE);
        assertThat(all.subList(4, 8)).extracting(Replica::temperature).containsExactly(Plans.T, Plans.T, WARM, WARM);
        assertThat(all.subList(8, 10)).extracting(Replica::temperature).containsOnly(Plans.T);
        assertThat(all).extracting(Replica::seed).doesNotHaveDuplicates();
    }

    @Test
    void the_same_campaign_file_gives_the_same_seeds_and_another_seed_others() {
        List<Replica> once = replicas(dir.resolve("a"), Plans.crystal());
        List<Replica> again = replicas(dir.resolve("b"), Plans.crystal());
        List<Replica> other = replicas(dir.resolve("c"), Plans.crystal().withSeed(8));

        assertThat(again).isEqualTo(once);
        assertThat(other.stream().map(Replica::seed))
                .doesNotContainAnyElementsOf(once.stream().map(Replica::seed).toList());
    }

    @Test
    void the_start_is_minimised_first() {
        try (Night night = Night.begun(dir, Plans.crystal())) {
            assertThat(night.oldestPending(Step.MINIMISE)).map(Job::id).contains(1L);
            assertThat(night.count(tx -> tx.jobs().count(Job.State.PENDING))).isEqualTo(4);
            assertThat(night.events().get(0).fields())
                    .containsEntry("begin", "")
                    .containsEntry("replicas", "3");
        }
    }

    @Test
    void a_store_holds_one_campaign() {
        try (Night night = Night.begun(dir, Plans.crystal())) {
            Bootstrap again = new Bootstrap(night.plan, night.store, night.files);
            assertThatThrownBy(() -> again.begin(Night.CRYSTAL, "", "")).isInstanceOf(RuntimeException.class);
            assertThat(night.list(tx -> tx.subjects().replicas())).hasSize(3);
        }
    }

    @Property
    void different_work_has_different_seeds(
            @ForAll long seed,
            @ForAll @Size(max = 50) @UniqueElements List<@IntRange(min = 1, max = 1_000_000) Integer> ids) {
        CampaignPlan plan = Plans.crystal().withSeed(seed).plan();
        List<Long> candidates =
                ids.stream().map(id -> plan.seedOf("candidate", id)).toList();
        List<Long> replicas = ids.stream().map(id -> plan.seedOf("replica", id)).toList();

        assertThat(candidates)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(replicas.isEmpty() ? List.of(-1L) : replicas);
        assertThat(replicas).doesNotHaveDuplicates().allMatch(s -> s >= 0);
    }

    @Property
    void a_seed_depends_on_nothing_but_the_campaign_and_the_work(@ForAll long seed, @ForAll int id) {
        long once = Plans.crystal().withSeed(seed).plan().seedOf("replica", id);
        long again = Plans.liquid().withCandidates(3, 1).withSeed(seed).plan().seedOf("replica", id);

        assertThat(again).isEqualTo(once);
        assertThat(Plans.crystal().withSeed(seed + 1).plan().seedOf("replica", id))
                .isNotEqualTo(once);
    }
}
