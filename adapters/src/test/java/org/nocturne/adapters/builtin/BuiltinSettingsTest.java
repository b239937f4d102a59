package org.nocturne.adapters.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.adapters.builtin.potential.StillingerWeber;
import org.nocturne.core.work.Method;

class BuiltinSettingsTest {
    @TempDir
    Path dir;

    @Test
    void the_method_names_code_potential_and_every_number() {
        Method silicon = method(Crystals.stillingerWeber());
        assertThat(silicon.code()).isEqualTo("builtin");
        assertThat(silicon.potential()).matches("stillinger-weber silicon of 1985 sha256:[0-9a-f]{16}");
        assertThat(silicon.settings()).isEqualTo("timestep-fs=1.0 damp-fs=100.0");

        assertThat(method(Crystals.lennardJones(true)).potential())
                .isEqualTo("lennard-jones epsilon-ev=0.0103 sigma-angstrom=3.405 cutoff-angstrom=8.5 shift=true");
    }

    /** Labels are kept apart by the identity of their method. */
    @Test
    void whatever_changes_a_number_changes_the_method() throws IOException {
        Files.writeString(dir.resolve("mine.sw"), StillingerWeber.SILICON);
        Map<String, Object> ofFile = Map.of("potential", "stillinger-weber", "files", "mine.sw");
        Method before = method(ofFile);
        Files.writeString(dir.resolve("mine.sw"), StillingerWeber.SILICON.replace("21.0", "21.1"));

        assertThat(method(ofFile).id()).isNotEqualTo(before.id());
        assertThat(method(Crystals.lennardJones(true)).id())
                .isNotEqualTo(method(Crystals.lennardJones(false)).id());
        assertThat(method(with(Crystals.stillingerWeber(), "timestep-fs", 2)).id())
                .isNotEqualTo(method(Crystals.stillingerWeber()).id());
        assertThat(method(with(Crystals.stillingerWeber(), "skin-angstrom", 2)).id())
                .isEqualTo(method(Crystals.stillingerWeber()).id());
    }

    @Test
    void settings_that_cannot_be_meant_say_what_is_wanted() throws IOException {
        requireMessage(Map.of(), "builtin.potential is not given; wanted is stillinger-weber or lennard-jones");
        requireMessage(Map.of("potential", "tersoff"), "builtin.potential is 'tersoff'; wanted is");
        requireMessage(Map.of("potential", "lennard-jones"), "builtin.epsilon-ev is not given; lennard-jones needs");
        requireMessage(with(Crystals.lennardJones(true), "shift", "yes"), "builtin.shift is yes; true or false");
        requireMessage(with(Crystals.lennardJones(true), "sigma-angstrom", -1), "builtin.sigma-angstrom is -1");
        requireMessage(with(Crystals.stillingerWeber(), "timestep", 1), "did you mean timestep-fs?");
        requireMessage(with(Crystals.stillingerWeber(), "epsilon-ev", 1), "builtin.epsilon-ev is not known");
        requireMessage(with(Crystals.stillingerWeber(), "files", "none.sw"), "none.sw cannot be read");
        Files.writeString(dir.resolve("bad.sw"), "Si Si Si 1");
        requireMessage(
                with(Crystals.stillingerWeber(), "files", "bad.sw"), "is no Stillinger-Weber file: it holds 4 words");
    }

    private void requireMessage(Map<String, Object> settings, String message) {
        assertThatThrownBy(() -> Crystals.open(settings, dir))
                .isInstanceOf(CodeSettingsException.class)
                .hasMessageContaining(message);
    }

    private Method method(Map<String, Object> settings) {
        return Crystals.open(settings, dir).method();
    }

    private static Map<String, Object> with(Map<String, Object> settings, String key, Object value) {
        Map<String, Object> more = new HashMap<>(settings);
        more.put(key, value);
        return more;
    }
}
