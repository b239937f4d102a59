package org.nocturne.routes.cli.bench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nocturne.adapters.launch.Command;
import org.nocturne.routes.cli.bench.inputs.BenchText;
import org.nocturne.routes.cli.bench.inputs.NocturneJvm;
import org.nocturne.routes.cli.bench.inputs.PerfectSilicon;
import org.nocturne.routes.run.CampaignFolder;

/**
 * A small true campaign: its files, and the commands that begin it and go on with it.
 *
 * @param dir holds its campaign file and what that names, and its folder
 */
record CrashCampaign(Path dir, Witness witness) {

    /** Where it runs. */
    CampaignFolder folder() {
        return new CampaignFolder(dir.resolve("run"));
    }

    private Path file() {
        return dir.resolve("crash.yaml");
    }

    /** Writes its files into a new folder. */
    static CrashCampaign write(Path dir, Path program) throws IOException {
        return write(dir, program, "");
    }

    /** @param more blocks of the campaign file */
    static CrashCampaign write(Path dir, Path program, String more) throws IOException {
        PerfectSilicon.write(dir, 3);
        Witness witness = Witness.before(program, dir);
        CrashCampaign campaign = new CrashCampaign(dir, witness);
        Files.writeString(
                campaign.file(),
                BenchText.of(CrashCampaign.class, "campaign.yaml")
                                .replace("@WITNESS@", witness.script().toString())
                        + more);
        return campaign;
    }

    /** What a person types: run, or resume where there is a campaign; in a JVM that is to die. */
    Command next(Death death, Class<?> main) {
        List<String> options = new ArrayList<>(List.of("-Xmx1g"));
        death.order().map(CrashOrder::argument).ifPresent(options::add);
        List<String> words = folder().exists()
                ? List.of("resume", folder().dir().toString())
                : List.of("run", file().toString(), "--dir", folder().dir().toString());
        return NocturneJvm.command(main, options, Map.of(), words);
    }
}
