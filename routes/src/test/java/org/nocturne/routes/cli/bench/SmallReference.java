package org.nocturne.routes.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.reference.ReferenceFolder;
import org.nocturne.learning.reference.ReferenceManifest;
import org.nocturne.learning.train.ForceModelTrainer;
import org.nocturne.learning.train.TrainingFrame;
import org.nocturne.routes.cli.step.CommandRun;
import org.nocturne.routes.cli.step.Silicon;

/** Reference MD of 216 silicon atoms by LAMMPS at 600, 900 and 1200 K, and a model learned from the first and the last. */
final class SmallReference {
    static final String SETTINGS =
            "pair: ['pair_style sw', 'pair_coeff * * Si.sw Si']\nfiles: [Si.sw]\ntimestep-fs: 1\ndamp-fs: 100\n";

    private SmallReference() {}

    /** Writes silicon.yaml, silicon.extxyz, reference/ and model/. */
    static void make(Path dir) throws IOException {
        Files.writeString(dir.resolve("silicon.yaml"), SETTINGS);
        ExtendedXyz.write(List.of(new XyzFrame(Silicon.crystal(3))), dir.resolve("silicon.extxyz"));
        CommandRun made = run(dir, "600,900,1200");
        assertThat(made.code()).as(made.error()).isZero();
        assertThat(made.output()).contains("900K: U - U_IS", "independence, energy");
        train(dir);
    }

    static CommandRun run(Path dir, String temperatures) {
        return CommandRun.of(
                "reference",
                dir.resolve("silicon.extxyz").toString(),
                "--settings",
                dir.resolve("silicon.yaml").toString(),
                "--temperatures",
                temperatures,
                "--replicas",
                "3",
                "--equilibration",
                "2000",
                "--frames",
                "24",
                "--spacing",
                "200",
                "--energies-per-frame",
                "9",
                "--work",
                dir.resolve("work").toString(),
                "--out",
                dir.resolve("reference").toString());
    }

    private static void train(Path dir) {
        ReferenceFolder folder = new ReferenceFolder(dir.resolve("reference"));
        ReferenceManifest manifest = folder.manifest().orElseThrow();
        InherentStructure inherent = folder.inherent(manifest);
        List<TrainingFrame> frames = new ArrayList<>();
        for (ReferenceManifest.Run run : manifest.runs()) {
            if (run.temperatureK() != 900 && run.number() == 1) {
                for (Frame frame : folder.frames(run)) {
                    frames.add(TrainingFrame.of(
                            inherent.structure(),
                            frame.structure(),
                            frame.temperature(),
                            frame.label().forcesEvPerAngstrom()));
                }
            }
        }
        new ForceModelTrainer(inherent, manifest.method(), 3.9, 1)
                .train(1, "model", frames, "0".repeat(64), new CampaignFiles(dir));
    }
}
