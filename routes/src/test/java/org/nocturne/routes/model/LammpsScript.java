package org.nocturne.routes.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.format.LammpsTrajectoryReader;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** LAMMPS as a person runs it, by an input script of his own. */
public final class LammpsScript {
    private LammpsScript() {}

    public static void run(Path dir, String name, String input) throws Exception {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
        Files.writeString(dir.resolve(name + ".in"), input);
        Process process = new ProcessBuilder("lmp", "-in", name + ".in", "-log", "none")
                .directory(dir.toFile())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve(name + ".out").toFile())
                .start();
        assertThat(process.waitFor(200, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(dir.resolve(name + ".out")))
                .isZero();
    }

    static List<Structure> read(Path dump, String element) throws IOException {
        List<Structure> out = new ArrayList<>();
        try (LammpsTrajectoryReader reader = new LammpsTrajectoryReader(
                dump, List.of(Element.ofSymbol(element).orElseThrow()))) {
            for (Optional<XyzFrame> f = reader.next(); f.isPresent(); f = reader.next()) {
                out.add(f.get().structure());
            }
        }
        return out;
    }
}
