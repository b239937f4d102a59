package org.nocturne.learning.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.port.Proposer;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.ModelTable.Model;

class ModelRegistryTest {
    private final Set<String> broken = new HashSet<>();

    @TempDir
    Path dir;

    private Night night;
    private ModelRegistry registry;

    @BeforeEach
    void threeVersions() {
        night = Night.sampled(dir, Plans.crystal());
        registry = new ModelRegistry(night.plan, night.store, night.files, new ProposersOnly(this::proposer));
        insert(1, "promoted");
        insert(2, "promoted");
        insert(3, "kept");
        insert(4, "promoted");
    }

    @AfterEach
    void end() {
        night.close();
    }

    /** Proposes with any version but the broken ones. */
    private Proposer proposer(Path folder) {
        if (broken.contains(folder.getFileName().toString())) {
            throw new IllegalStateException(folder + " has another SHA-256");
        }
        return (t, random) -> Night.CRYSTAL;
    }

    private void insert(int version, String verdict) {
        night.ask(tx -> {
            String folder = "models/v000" + version;
            tx.models()
                    .insert(new Model(
                            version, folder, "a", "d" + version, 9, "labels", 0.1, null, verdict, "", tx.now()));
            return null;
        });
    }

    private int inOffice() {
        return night.ask(tx -> tx.models().champion()).orElseThrow().version();
    }

    @Test
    void terms_are_taken_back_one_after_another() {
        registry.rollback("too soft");
        assertThat(inOffice()).isEqualTo(2);
        registry.rollback("this one too");
        assertThat(inOffice()).isEqualTo(1);

        assertThatThrownBy(() -> registry.rollback("and this"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no version was in office before the present one");
        assertThat(inOffice()).isEqualTo(1);
        assertThat(night.events()).last().satisfies(e -> {
            assertThat(e.step()).isEqualTo("rollback");
            assertThat(e.level()).isEqualTo(Event.Level.INFO);
            assertThat(e.fields())
                    .containsEntry("model", "v1")
                    .containsEntry("before", "v2")
                    .containsEntry("why", "\"this one too\"");
        });
    }

    @Test
    void what_a_person_did_can_be_taken_back_too() {
        registry.promote(1, "as it was", false);
        assertThat(inOffice()).isEqualTo(1);
        registry.rollback("no");
        assertThat(inOffice()).isEqualTo(4);
        registry.rollback("nor this");
        assertThat(inOffice()).isEqualTo(2);
    }

    @Test
    void a_version_that_was_kept_out_needs_force() {
        assertThatThrownBy(() -> registry.promote(3, "I like it", false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("v3 was kept out")
                .hasMessageContaining("--force");
        assertThat(inOffice()).isEqualTo(4);

        registry.promote(3, "I like it", true);
        assertThat(inOffice()).isEqualTo(3);
    }

    @Test
    void a_version_that_cannot_propose_does_not_take_office() {
        broken.add("v0002");

        assertThatThrownBy(() -> registry.rollback("too soft"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("v2 cannot take office")
                .hasMessageContaining("another SHA-256");
        assertThat(inOffice()).isEqualTo(4);
        assertThat(night.events()).noneMatch(e -> e.step().equals("rollback"));
    }

    @Test
    void what_cannot_be_meant_is_refused() {
        assertThatThrownBy(() -> registry.promote(7, "x", false)).hasMessage("there is no v7; the newest is v4");
        assertThatThrownBy(() -> registry.promote(4, "x", false)).hasMessage("v4 is in office already");
        assertThatThrownBy(() -> registry.promote(2, "  ", false)).hasMessageContaining("the reason has 2 characters");
    }

    /** A better version still takes office by itself afterwards, and can be taken back in turn. */
    @Test
    void retraining_goes_on_after_a_roll_back() {
        registry.rollback("too soft");
        insert(5, "promoted");
        assertThat(inOffice()).isEqualTo(5);

        registry.rollback("this one too");
        assertThat(inOffice()).isEqualTo(2);
    }
}
