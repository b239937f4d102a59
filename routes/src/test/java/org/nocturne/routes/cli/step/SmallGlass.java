package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzFrame;

/** 64 atoms of Stillinger-Weber silicon, quenched much too fast to be good glasses, and references of them. */
public final class SmallGlass {
    private SmallGlass() {}

    /** Writes silicon.yaml and silicon.extxyz. */
    public static void write(Path dir) throws IOException {
        Files.writeString(
                dir.resolve("silicon.yaml"),
                "pair: ['pair_style sw', 'pair_coeff * * Si.sw Si']\nfiles: [Si.sw]\ntimestep-fs: 2\n");
        ExtendedXyz.write(List.of(new XyzFrame(Silicon.crystal(2))), dir.resolve("silicon.extxyz"));
    }

    /** A reference of these at 300 K, in the folder of this name. */
    public static CommandRun reference(Path dir, String name, String... budget) {
        List<String> words = new ArrayList<>(List.of(
                "reference",
                dir.resolve("silicon.extxyz").toString(),
                "--settings",
                dir.resolve("silicon.yaml").toString(),
                "--temperatures",
                "300",
                "--heat-to",
                "5000",
                "--cooling",
                "2000",
                "--equilibration",
                "1500",
                "--spacing",
                "200",
                "--energies-per-frame",
                "2",
                "--work",
                dir.resolve("work").toString(),
                "--out",
                dir.resolve(name).toString()));
        words.addAll(List.of(budget));
        return CommandRun.of(words.toArray(String[]::new));
    }
}
