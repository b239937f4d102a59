package org.nocturne.routes.cli.bench.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.nocturne.adapters.launch.ShellWords;
import org.nocturne.routes.cli.bench.inputs.BenchText;
import org.nocturne.routes.cli.bench.inputs.PerfectSilicon;
import org.nocturne.routes.config.ConfigReader;
import org.nocturne.routes.run.CampaignFolder;

/** A true campaign with more candidates than its nights can do, whose code fails at random one time in ten. */
final class SoakCampaign {
    private SoakCampaign() {}

    /**
     * Makes its folder.
     *
     * @param seed of the failures
     */
    static CampaignFolder make(Path dir, Path lammps, long seed) throws IOException {
        PerfectSilicon.write(dir, 2);
        Path program = dir.resolve("failing.sh");
        Files.writeString(
                program,
                BenchText.of(SoakCampaign.class, "failing.sh")
                        .replace("@SEED@", String.valueOf(seed))
                        .replace("@HERE@", ShellWords.quote(dir.toString()))
                        .replace("@LAMMPS@", ShellWords.quote(lammps.toString())));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Path file = Files.writeString(
                dir.resolve("soak.yaml"),
                BenchText.of(SoakCampaign.class, "campaign.yaml").replace("@PROGRAM@", program.toString()));
        CampaignFolder folder = new CampaignFolder(dir.resolve("run"));
        folder.create(ConfigReader.read(file, false), Optional.empty(), Optional.empty());
        return folder;
    }
}
