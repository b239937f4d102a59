package org.nocturne.routes.cli.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.routes.model.LammpsScript;

/** Trajectories of 216 silicon atoms as a person would write them with LAMMPS: one short continuous run, and independent replicas. */
@Tag("lammps")
class ImportCommandTest {
    @TempDir
    static Path shared;

    private static CommandRun shortRun = new CommandRun(-1, "", "");

    @TempDir
    Path dir;

    @BeforeAll
    static void trajectories() throws Exception {
        lammps("short", 1, "300 300", 160, 5);
        for (int r = 1; r <= 4; r++) {
            lammps("r" + r, 10 + r, "300 300", 60, 200);
        }
        lammps("ramp", 5, "100 600", 40, 50);
        Path settings = Files.writeString(
                shared.resolve("silicon.yaml"), "pair: ['pair_style sw', 'pair_coeff * * Si.sw Si']\nfiles: [Si.sw]\n");
        shortRun = bring(
                shared.resolve("mine"),
                List.of("short"),
                "--minimise",
                "--settings",
                settings.toString(),
                "--work",
                shared.resolve("work").toString(),
                "--temperature",
                "300",
                "--spacing",
                "5");
        assertThat(shortRun.code()).as(shortRun.error()).isZero();
    }

    /** 1 fs a step; the box lies off the origin, as many do. */
    private static void lammps(String name, int seed, String from, int frames, int spacing) throws Exception {
        String start = from.split(" ")[0];
        String input = String.format(
                Locale.ROOT, """
                units metal
                lattice diamond 5.431
                region box block -1 2 0 3 0 3
                create_box 1 box
                create_atoms 1 box
                mass 1 28.0855
                pair_style sw
                pair_coeff * * /usr/share/lammps/potentials/Si.sw Si
                velocity all create %s %d mom yes
                fix 1 all nve
                fix 2 all langevin %s %s 0.1 %d zero yes
                timestep 0.001
                run 1500
                unfix 2
                fix 2 all langevin %s 0.1 %d zero yes
                dump 1 all custom %d %s.dump id type x y z fx fy fz
                run %d
                """, start, seed, start, start, seed, from, seed, spacing, name, spacing * (frames - 1));
        LammpsScript.run(shared, name, input);
    }

    private static CommandRun bring(Path out, List<String> names, String... more) {
        List<String> words = new ArrayList<>(List.of("import"));
        names.forEach(n -> words.add(shared.resolve(n + ".dump").toString()));
        words.addAll(List.of("--elements", "Si", "--out", out.toString()));
        words.addAll(List.of(more));
        return CommandRun.of(words.toArray(String[]::new));
    }

    private CommandRun around(String out, List<String> names, String... more) {
        List<String> words = new ArrayList<>(List.of(more));
        words.addAll(
                List.of("--inherent", shared.resolve("mine/inherent.extxyz").toString()));
        return bring(dir.resolve(out), names, words.toArray(String[]::new));
    }

    @Test
    void a_short_continuous_trajectory_teaches_forces_and_is_refused_for_the_spread() throws IOException {
        assertThat(shortRun.output())
                .contains(
                        "usable to learn forces: yes; usable to teach or judge the spread at 300 K: no, because ONE trajectory of 160"
                                + " frames is worth ")
                .containsPattern("is worth \\d\\d? independent values of its (longest waves|mean square displacement)")
                .contains("; about 7 more replicas of ", " ps after equilibration");
        XyzFrame frame = ExtendedXyz.read(shared.resolve("mine/T300-r1.extxyz")).get(159);
        assertThat(frame.reals("forces")).isPresent();
        assertThat(frame.number("temperature").orElseThrow()).isEqualTo(300);
    }

    @Test
    void independent_replicas_are_accepted_and_can_be_trained_on() {
        CommandRun run = around("other", List.of("r1", "r2", "r3", "r4"), "--temperature", "300");

        assertThat(run.code()).as(run.error()).isZero();
        assertThat(run.output())
                .contains("300K: files 4, independent 4")
                .contains(
                        "usable to learn forces: yes; usable to teach or judge the spread at 300 K: yes, 4 independent");
        CommandRun trained = CommandRun.of(
                "train",
                "--frames",
                shared.resolve("mine/T300-r1.extxyz").toString(),
                "--held-out",
                dir.resolve("other/T300-r2.extxyz").toString(),
                "--inherent",
                shared.resolve("mine/inherent.extxyz").toString(),
                "--degree",
                "0",
                "--channels",
                "4",
                "--layers",
                "1",
                "--steps",
                "3",
                "--out",
                dir.resolve("model").toString());
        assertThat(trained.code()).as(trained.error()).isZero();
        assertThat(trained.output()).contains("held-out: 300.000 K, 216 atoms");
    }

    @Test
    void copies_of_one_trajectory_are_one_trajectory() {
        CommandRun run = around("copies", List.of("r1", "r1", "r1"), "--temperature", "300");

        assertThat(run.output())
                .contains(
                        "files 3, independent 1",
                        ": no, because ",
                        "the 3 files are copies or pieces of one trajectory");
    }

    @Test
    void a_ramp_teaches_forces_and_no_spread_and_its_frames_keep_their_temperatures() throws IOException {
        CommandRun run = around("ramped", List.of("ramp"), "--ramp", "100:600");

        assertThat(run.output())
                .contains(
                        "usable to learn forces: yes; usable to teach or judge the spread: no, at no temperature, because ONE"
                                + " continuous ramp of 40 frames from 100 K to 600 K");
        List<XyzFrame> frames = ExtendedXyz.read(dir.resolve("ramped/ramp-1.extxyz"));
        assertThat(frames.get(0).number("temperature").orElseThrow()).isEqualTo(100);
        assertThat(frames.get(39).number("temperature").orElseThrow()).isEqualTo(600);

        Path stated = dir.resolve("ramped/ramp-1.extxyz");
        CommandRun again = CommandRun.of(
                "import",
                stated.toString(),
                "--inherent",
                shared.resolve("mine/inherent.extxyz").toString(),
                "--out",
                dir.resolve("again").toString());
        assertThat(again.output()).as(again.error()).contains("ONE continuous ramp of 40 frames from 100 K to 600 K");
    }

    @Test
    void a_dump_cut_short_is_refused_with_file_and_line() throws IOException {
        String text = Files.readString(shared.resolve("short.dump"));
        Path cut = Files.writeString(
                dir.resolve("cut.dump"), text.lines().limit(300).collect(Collectors.joining("\n")));

        CommandRun run = CommandRun.of(
                "import",
                cut.toString(),
                "--elements",
                "Si",
                "--temperature",
                "300",
                "--inherent",
                shared.resolve("mine/inherent.extxyz").toString(),
                "--out",
                dir.resolve("mine").toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error()).contains("cut.dump:301: the file ends where atom 67 of 216 at step 1505 is wanted");
        assertThat(dir.resolve("mine/T300-r1.extxyz")).doesNotExist();
    }

    @Test
    void what_the_frames_do_not_say_is_asked_for() {
        assertThat(around("a", List.of("short")).error()).contains("states no temperature above 0 K", "--temperature");
        assertThat(bring(dir.resolve("b"), List.of("short"), "--temperature", "300")
                        .error())
                .contains("wanted is either --inherent FILE or --minimise");
        CommandRun dump = CommandRun.of(
                "import",
                shared.resolve("short.dump").toString(),
                "--temperature",
                "300",
                "--inherent",
                shared.resolve("mine/inherent.extxyz").toString(),
                "--out",
                dir + "/c");
        assertThat(dump.error()).contains("wanted is --elements, such as Si,O");
    }
}
