package org.nocturne.routes.cli.bench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nocturne.adapters.launch.Command;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.SpectrumFile;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.scattering.PatternSettings;
import org.nocturne.generator.scattering.Patterns;
import org.nocturne.generator.scattering.Resolution;
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
        Files.createDirectories(dir);
        Files.writeString(dir.resolve("cell.extxyz"), Witness.text("cell.extxyz"));
        writeTarget(
                ExtendedXyz.readFirst(dir.resolve("cell.extxyz")).structure().repeated(3, 3, 3), dir);
        Witness witness = Witness.before(program, dir);
        CrashCampaign campaign = new CrashCampaign(dir, witness);
        Files.writeString(
                campaign.file(),
                Witness.text("campaign.yaml")
                        .replace("@WITNESS@", witness.script().toString()));
        return campaign;
    }

    private static void writeTarget(Structure crystal, Path dir) throws IOException {
        double[] q = new double[100];
        double[] sigma = new double[q.length];
        for (int k = 0; k < q.length; k++) {
            q[k] = 1.5 + 0.05 * k;
            sigma[k] = 0.1;
        }
        double[] pattern = Patterns.observable(PatternSettings.crystal(Radiation.XRAY, Resolution.constantFwhm(0.2), q))
                .intensity(crystal);
        SpectrumFile.write(
                dir.resolve("target.xye"), new Spectrum(q, pattern, sigma), List.of("perfect silicon, synthetic"));
    }

    /** What a person types: run, or resume where there is a campaign; in a JVM that is to die. */
    Command next(Death death, Class<?> main) {
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g"));
        death.order().map(CrashOrder::argument).ifPresent(words::add);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        if (folder().exists()) {
            words.addAll(List.of("resume", folder().dir().toString()));
        } else {
            words.addAll(
                    List.of("run", file().toString(), "--dir", folder().dir().toString()));
        }
        return new Command(words);
    }
}
