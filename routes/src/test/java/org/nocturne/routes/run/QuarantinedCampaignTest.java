package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign at three temperatures whose code cannot relax anything at the highest; real LAMMPS otherwise. */
@Tag("lammps")
@Tag("slow")
class QuarantinedCampaignTest {
    private static final int COUNT = 24;

    @TempDir
    Path dir;

    private String failsAbove() throws Exception {
        Path program = Files.writeString(dir.resolve("fails-above.sh"), """
                #!/bin/bash
                if [ -e in.lammps ] && grep -q thermal.dump in.lammps && grep -q 'thermostat all langevin 900' in.lammps; then
                    exit 1
                fi
                exec lmp "$@"
                """);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return "[" + program + "]";
    }

    private Path campaign() throws Exception {
        Path file = SmallCampaign.writeWithOneModel(dir, failsAbove(), "acquisition: {where: evenly}");
        String text = Files.readString(file)
                .replace("correction: {method: baoab, steps: 3}\n", "")
                .replace("repeat: [3, 3, 3]", "repeat: [2, 2, 2]")
                .replace(
                        "candidates: {count: 12, round: 6",
                        "candidates: {temperatures-K: [300, 600, 900], count: " + COUNT + ", round: 12");
        return Files.writeString(file, text);
    }

    @Test
    void the_temperature_gets_no_more_work_and_the_campaign_comes_to_its_end() throws Exception {
        Child run = Child.run(dir, "run", campaign().toString());

        assertThat(run.exitCode()).as(run.output()).isZero();
        List<String> log = Files.readAllLines(dir.resolve("runs/small/route.log"));
        List<String> holds =
                log.stream().filter(line -> line.contains(" hold ")).toList();
        assertThat(holds).singleElement().satisfies(line -> assertThat(line)
                .contains(" WARN ", " begins T=900K..900K cause=BAD_EXIT model=v1 held="));
        int began = log.indexOf(holds.get(0));
        assertThat(log.subList(began, log.size()))
                .noneMatch(line -> line.contains(" propose ") && line.contains("T=900"));
        long hot = log.stream()
                .filter(line -> line.contains(" propose ") && line.contains("T=900"))
                .count();
        assertThat(hot).as("five, and those that waited").isBetween(5L, 9L);
        assertThat(log.stream().filter(line -> line.contains(" label ") && line.contains(" ok ")))
                .hasSize(COUNT - (int) hot);
        Child verified = Child.run(dir, "verify", dir.resolve("runs/small").toString());
        assertThat(verified.exitCode()).as(verified.output()).isZero();
        Child status = Child.run(dir, "status", dir.resolve("runs/small").toString());
        assertThat(status.output()).contains("quarantine  900", ": BAD_EXIT in 5 of 5 candidates of v1");
    }
}
