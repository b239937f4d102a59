package org.nocturne.adapters.lammps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.port.Forces;
import org.nocturne.core.port.Forces.Evaluation;
import org.nocturne.core.port.ForcesException;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/** A living LAMMPS against fresh runs of the same positions. */
@Tag("lammps")
class LammpsForcesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path dir;

    private Forces open(Code code, Structure structure) throws IOException {
        return code.forces(structure, dir.resolve("forces"), PATIENCE).orElseThrow();
    }

    private Code silicon(String way) {
        RealLammps.assumeInstalled();
        Map<String, Object> settings = RealLammps.siliconSettings();
        settings.put("forces-by", way);
        return new LammpsProvider().open(settings, dir);
    }

    private static double[] jump(int atoms, double size, long seed) {
        Random random = new Random(seed);
        return random.doubles(3L * atoms, -size, size).toArray();
    }

    private void requireEqual(Code code, Structure at, Evaluation found) {
        Label fresh = RealLammps.done(
                        Result.Labelled.class,
                        RealLammps.run(code, new Task.LabelTask(at), dir.resolve("fresh" + System.nanoTime())))
                .label();
        double largest = 0;
        for (double f : fresh.forcesEvPerAngstrom()) {
            largest = Math.max(largest, Math.abs(f));
        }
        assertThat(found.energyEv()).isCloseTo(fresh.energyEv(), within(1e-10 * Math.abs(fresh.energyEv())));
        for (int k = 0; k < 3 * at.size(); k++) {
            assertThat(found.forcesEvPerAngstrom()[k])
                    .isCloseTo(fresh.forcesEvPerAngstrom()[k], within(1e-10 * largest));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"socket", "files"})
    void forces_are_those_of_a_fresh_run_also_after_large_jumps_and_across_the_boundary(String way) throws IOException {
        Code code = silicon(way);
        Structure silicon = RealLammps.diamond(3);
        try (Forces forces = open(code, silicon)) {
            double[] wrapped = jump(216, 0.1, 3);
            for (int k = 0; k < wrapped.length; k++) {
                wrapped[k] += k % 2 == 0
                        ? 0.6 * silicon.cell().rows()[0]
                        : -2.3 * silicon.cell().rows()[0];
            }
            for (double[] u : List.of(jump(216, 0.1, 1), jump(216, 0.8, 2), wrapped, jump(216, 0.1, 4))) {
                requireEqual(code, silicon.displaced(u), forces.at(u));
            }
            assertThat(forces.hasEnergy()).isTrue();
        }
        assertThat(dir.resolve("forces")).doesNotExist();
        assertThat(socketsOfOurs()).isSubsetOf(before);
    }

    /** Of others that were killed, or are at work. */
    private List<Path> before = List.of();

    @BeforeEach
    void others() throws IOException {
        before = socketsOfOurs();
    }

    private static List<Path> socketsOfOurs() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/tmp"))) {
            return all.filter(file -> file.getFileName().toString().startsWith("ipi_nocturne-"))
                    .toList();
        }
    }

    /** Of Debian's LAMMPS, which has fix ipi; without a periodic cell the box must grow with its atoms, which the fix forbids. */
    @Test
    void a_periodic_cell_is_asked_by_the_socket_and_a_cluster_by_files() throws IOException {
        Structure silicon = RealLammps.diamond(2);
        Structure cluster = new Structure(Cell.open(), silicon.species(), silicon.xyzAngstrom());
        double[] u = jump(64, 0.1, 9);
        try (Forces forces = open(silicon("socket"), silicon)) {
            assertThat(((LammpsForces) forces).exchange()).isInstanceOf(SocketExchange.class);
        }
        try (Forces forces = open(silicon("files"), silicon)) {
            assertThat(((LammpsForces) forces).exchange()).isInstanceOf(FileExchange.class);
        }
        try (Forces forces = open(silicon("socket"), cluster)) {
            assertThat(((LammpsForces) forces).exchange()).isInstanceOf(FileExchange.class);
            requireEqual(silicon("files"), cluster.displaced(u), forces.at(u));
        }
    }

    /** As from a container that has a folder of its own at this place. */
    @Test
    void one_that_cannot_call_is_told_with_the_setting_that_helps() throws IOException {
        Path deaf = Files.writeString(
                dir.resolve("deaf"),
                "#!/bin/sh\n[ \"$1\" = -h ] && exec lmp -h\n"
                        + "sed -u 's/^fix nocturne all ipi.*/fix nocturne all nve/' | lmp \"$@\"\n");
        assertThat(deaf.toFile().setExecutable(true)).isTrue();
        RealLammps.assumeInstalled();
        Map<String, Object> settings = RealLammps.siliconSettings();
        settings.put("command", List.of(deaf.toString()));
        Code code = new LammpsProvider().open(settings, dir);

        assertThatThrownBy(() -> code.forces(RealLammps.diamond(2), dir.resolve("forces"), Duration.ofSeconds(3)))
                .isInstanceOf(ForcesException.class)
                .hasMessageContaining("did not call at /tmp/ipi_nocturne-")
                .hasMessageContaining("lammps.forces-by: files");
        assertThat(socketsOfOurs()).isSubsetOf(before);
        removeLinks();
    }

    @Test
    void a_way_that_is_not_known_is_refused() {
        assertThatThrownBy(() -> silicon("pigeon")).hasMessage("lammps.forces-by is pigeon; wanted is socket or files");
    }

    @ParameterizedTest
    @ValueSource(strings = {"socket", "files"})
    void an_atom_that_exchanges_its_place_with_another_keeps_its_number(String way) throws IOException {
        Code code = silicon(way);
        Structure silicon = RealLammps.diamond(2);
        double[] u = jump(64, 0.1, 5);
        int far = 40;
        for (int k = 0; k < 3; k++) {
            double apart = silicon.xyzAngstrom()[3 * far + k] - silicon.xyzAngstrom()[k];
            u[k] += apart;
            u[3 * far + k] -= apart;
        }
        try (Forces forces = open(code, silicon)) {
            requireEqual(code, silicon.displaced(u), forces.at(u));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"socket", "files"})
    void a_tilted_and_turned_cell_is_answered_in_its_own_axes(String way) throws IOException {
        Code code = silicon(way);
        double a = 5.431 / 2;
        Structure primitive = new Structure(
                Cell.periodic(new double[] {0, a, a, a, 0, a, a, a, 0}),
                RealLammps.diamond(1).species().subList(0, 2),
                new double[] {0, 0, 0, a / 2, a / 2, a / 2});
        Structure silicon = primitive.repeated(3, 3, 3);
        double[] u = jump(54, 0.3, 6);
        try (Forces forces = open(code, silicon)) {
            requireEqual(code, silicon.displaced(u), forces.at(u));
        }
    }

    @Test
    void many_body_metals_are_answered_too() throws IOException {
        Code code = RealLammps.sodium(dir);
        Structure sodium = RealLammps.bcc(Element.NA, 4.4, 5);
        try (Forces forces = open(code, sodium)) {
            for (double[] u : List.of(jump(250, 0.2, 7), jump(250, 0.7, 8))) {
                requireEqual(code, sodium.displaced(u), forces.at(u));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"socket", "files"})
    void a_process_that_died_is_told_with_its_directory_which_is_kept(String way) throws IOException {
        try (Forces forces = open(silicon(way), RealLammps.diamond(2))) {
            forces.at(new double[192]);
            ProcessHandle.of(((LammpsForces) forces).pid()).orElseThrow().destroyForcibly();

            assertThatThrownBy(() -> forces.at(new double[192]))
                    .isInstanceOf(ForcesException.class)
                    .hasMessageContaining(dir.resolve("forces").toString())
                    .hasMessageContaining("exit code 137");
            assertThatThrownBy(() -> forces.at(new double[192])).hasMessageContaining("failed before");
        }
        assertThat(dir.resolve("forces").resolve(LammpsInput.LOG)).exists();
        removeLinks();
    }

    @Test
    void lammps_own_words_are_told() throws IOException {
        Map<String, Object> settings = RealLammps.siliconSettings();
        settings.put("pair", List.of("pair_style sw", "pair_coeff * * Si.sw Ge"));
        settings.put("elements", List.of("Si"));
        RealLammps.assumeInstalled();
        Code code = new LammpsProvider().open(settings, dir);

        assertThatThrownBy(() -> open(code, RealLammps.diamond(2)))
                .isInstanceOf(ForcesException.class)
                .hasMessageContaining("ERROR")
                .hasMessageContaining("forces");
        removeLinks();
    }

    @ParameterizedTest
    @ValueSource(strings = {"socket", "files"})
    void two_atoms_at_one_place_have_no_forces(String way) throws IOException {
        Structure silicon = RealLammps.diamond(2);
        double[] u = new double[192];
        for (int k = 0; k < 3; k++) {
            u[k] = silicon.xyzAngstrom()[3 + k] - silicon.xyzAngstrom()[k];
        }
        try (Forces forces = open(silicon(way), silicon)) {
            assertThatThrownBy(() -> forces.at(u)).isInstanceOf(ForcesException.class);
        }
        removeLinks();
    }

    @ParameterizedTest
    @ValueSource(strings = {"socket", "files"})
    void silence_ends_after_the_patience(String way) throws IOException {
        Code code = silicon(way);
        try (Forces forces = code.forces(RealLammps.diamond(2), dir.resolve("forces"), Duration.ofSeconds(3))
                .orElseThrow()) {
            ProcessHandle lammps =
                    ProcessHandle.of(((LammpsForces) forces).pid()).orElseThrow();
            Programs.ask(List.of("kill", "-STOP", Long.toString(lammps.pid())), PATIENCE);

            assertThatThrownBy(() -> forces.at(new double[192])).hasMessageContaining("no answer within 3");
            assertThat(lammps.isAlive()).isFalse();
        }
        removeLinks();
    }

    /** JUnit warns of every link that leads out of a temporary directory. */
    private void removeLinks() throws IOException {
        Files.deleteIfExists(dir.resolve("forces").resolve("Si.sw"));
    }
}
