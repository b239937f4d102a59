package org.nocturne.adapters.lammps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.CodeProvider;
import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.adapters.ProgramSeed;
import org.nocturne.adapters.RunSteps;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Task;

class LammpsSettingsTest {
    private final Map<String, Object> settings = RealLammps.siliconSettings();

    @TempDir
    Path dir;

    @BeforeEach
    void potential() throws IOException {
        Files.writeString(dir.resolve("Si.sw"), "# a file\n");
    }

    @Test
    void lammps_is_found_by_its_name() {
        assertThat(ServiceLoader.load(CodeProvider.class))
                .extracting(CodeProvider::name)
                .contains("lammps");
    }

    @Test
    void an_unknown_key_names_the_nearest_right_one() {
        settings.put("timestep_fs", 2);

        assertThatThrownBy(this::read)
                .isInstanceOf(CodeSettingsException.class)
                .hasMessageContaining("lammps.timestep_fs is not known; did you mean timestep-fs?");
    }

    @Test
    void wrong_values_are_named() {
        settings.put("timestep-fs", -1);
        assertThatThrownBy(this::read).hasMessageContaining("lammps.timestep-fs is -1; a number above 0 is wanted");
        settings.put("timestep-fs", "fast");
        assertThatThrownBy(this::read).hasMessageContaining("lammps.timestep-fs is fast");
        settings.remove("timestep-fs");
        settings.put("pair", List.of("pair_coeff * * Si.sw Si"));
        assertThatThrownBy(this::read).hasMessageContaining("'pair_style sw'");
    }

    @Test
    void a_missing_potential_file_names_where_it_was_looked_for() {
        settings.put("files", List.of("no-such.sw"));

        assertThatThrownBy(this::read)
                .hasMessageContaining("no-such.sw was not found")
                .hasMessageContaining(dir.toString())
                .hasMessageContaining("share/lammps/potentials");
    }

    @Test
    void a_missing_potential_file_names_where_it_is_published() {
        settings.put("files", List.of("no-such.eam.fs"));
        settings.put("files-published", "the shelf of a library");

        assertThatThrownBy(this::read)
                .hasMessageContaining("no-such.eam.fs was not found")
                .hasMessageContaining("it is published: the shelf of a library; put it beside the campaign file");
    }

    @Test
    void a_file_beside_the_campaign_comes_before_the_installed_one() {
        assertThat(read().files()).containsExactly(dir.resolve("Si.sw").toAbsolutePath());
    }

    @Test
    void elements_come_from_the_pair_line_unless_named() {
        assertThat(read().elements()).containsExactly(Element.SI);
        settings.put("pair", List.of("pair_style tersoff", "pair_coeff * * SiO.tersoff Si O"));
        assertThat(read().elements()).containsExactly(Element.SI, Element.O);
        settings.put("elements", List.of("O", "Si"));
        assertThat(read().elements()).containsExactly(Element.O, Element.SI);
        settings.put("elements", List.of("Sili"));
        assertThatThrownBy(this::read).hasMessageContaining("lammps.elements holds 'Sili'");
    }

    @Test
    void types_that_nobody_ordered_are_refused() {
        settings.put("pair", List.of("pair_style lj/cut 8.5", "pair_coeff 1 1 0.01 3.4"));
        Structure two = new Structure(Cell.cubic(9), List.of(Element.AR, Element.KR), new double[6]);

        assertThatThrownBy(() -> new LammpsInput(read()).write(new Task.LabelTask(two), "t", dir))
                .hasMessageContaining("lammps.elements");
    }

    @Test
    void a_program_that_is_no_lammps_is_told() {
        settings.put("command", List.of("echo"));
        assertThatThrownBy(() -> new LammpsProvider().open(settings, dir)).hasMessageContaining("like LAMMPS");
        settings.put("command", List.of("no-such-lmp"));
        assertThatThrownBy(() -> new LammpsProvider().open(settings, dir)).hasMessageContaining("cannot be started");
    }

    @Test
    @Tag("lammps")
    void a_pair_style_that_is_not_compiled_in_is_told() {
        RealLammps.assumeInstalled();
        settings.put("pair", List.of("pair_style snap", "pair_coeff * * Si.sw Si"));

        assertThatThrownBy(() -> new LammpsProvider().open(settings, dir)).hasMessageContaining("no pair_style snap");
    }

    @Test
    @Tag("lammps")
    void the_method_changes_with_the_content_of_a_potential_file() throws IOException {
        Code installed = RealLammps.silicon(dir.resolve("elsewhere"));
        Code own = RealLammps.silicon(dir);

        assertThat(installed.method().version()).contains("20");
        assertThat(installed.method().potential()).contains("pair_style sw").contains("Si.sw sha256:");
        assertThat(own.method().id()).isNotEqualTo(installed.method().id());
    }

    @Test
    void seeds_of_any_long_are_seeds_for_lammps_and_differ() {
        for (long seed : new long[] {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            for (int stream = 0; stream < 3; stream++) {
                assertThat(ProgramSeed.of(seed, stream)).isBetween(1, 900_000_000);
            }
            assertThat(ProgramSeed.of(seed, 0)).isNotEqualTo(ProgramSeed.of(seed, 1));
        }
        assertThat(ProgramSeed.of(1, 1)).isNotEqualTo(ProgramSeed.of(2, 1));
    }

    @Test
    void the_energy_series_divides_the_spacing_and_is_at_least_as_dense_as_asked() {
        for (int spacing : new int[] {1, 7, 40, 100}) {
            for (int between : new int[] {0, 1, 3, 9, 500}) {
                Kelvin t = Kelvin.of(300);
                int stride = RunSteps.betweenEnergies(
                        new Task.ReplicaTask(RealLammps.diamond(1), t, t, 10, 2, spacing, between, 1));
                assertThat(spacing % stride).isZero();
                assertThat(spacing / stride).isGreaterThanOrEqualTo(Math.min(spacing, between + 1));
            }
        }
    }

    private LammpsSettings read() {
        return LammpsSettings.of(settings, dir);
    }
}
