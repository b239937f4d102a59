package org.nocturne.routes.cli.bench.runners;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.nocturne.adapters.launch.Command;
import org.nocturne.routes.cli.bench.crash.Witness;
import org.nocturne.routes.cli.bench.inputs.BenchText;
import org.nocturne.routes.cli.bench.inputs.NocturneJvm;
import org.nocturne.routes.cli.bench.inputs.PerfectSilicon;
import org.nocturne.routes.run.CampaignFolder;

/**
 * A true campaign for several runners: its files, and the commands by which it is begun and joined.
 *
 * @param dir holds its campaign file and what that names, and its folder
 * @param main the class of the command nocturne
 */
record SharedCampaign(Path dir, Witness witness, Class<?> main) {
    private static final int ROUNDS = 4;

    CampaignFolder folder() {
        return new CampaignFolder(dir.resolve("run"));
    }

    private Path file() {
        return dir.resolve("runners.yaml");
    }

    /** Writes its files into a folder; {@code slots} are those of each runner. */
    static SharedCampaign write(Path dir, Path lammps, RunnersOrder order, String url, String user, Class<?> main)
            throws IOException {
        PerfectSilicon.write(dir, 2);
        SharedCampaign campaign = new SharedCampaign(dir, Witness.before(lammps, dir), main);
        int round = Math.max(1, (order.candidates() + ROUNDS - 1) / ROUNDS);
        Files.writeString(
                campaign.file(),
                BenchText.of(SharedCampaign.class, "campaign.yaml")
                        .replace("@URL@", url)
                        .replace("@USER@", user)
                        .replace("@WITNESS@", campaign.witness.script().toString())
                        .replace("@CANDIDATES@", String.valueOf(order.candidates()))
                        .replace("@ROUND@", String.valueOf(round))
                        .replace("@SLOTS@", String.valueOf(order.slots())));
        return campaign;
    }

    /** The runner that begins it. */
    Command run() {
        return command("run", file().toString(), "--dir", folder().dir().toString());
    }

    /** One that helps, and leads where the leader has died. */
    Command join() {
        return command("join", folder().dir().toString());
    }

    private Command command(String... words) {
        return NocturneJvm.command(main, List.of("-Xmx1g"), Map.of(), List.of(words));
    }
}
