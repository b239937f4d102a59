package org.nocturne.routes.cli.init;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.format.SpectrumFile;
import org.nocturne.core.format.StructureReader;
import org.nocturne.core.format.WholeFile;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.structure.Structure;
import org.nocturne.routes.cli.step.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nocturne init}: a commented campaign file from a structure and a spectrum. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Write a commented campaign file for a structure and a measured spectrum. On a terminal it asks for what"
                        + " the options do not say; what nobody says is a TODO in the file, which 'nocturne check' names.",
        footer = {
            "",
            "Examples:",
            "  nocturne init silicon.cif silicon.xye --temperature 300 --radiation xray --fwhm 0.08 --code builtin",
            "  nocturne init POSCAR scan.xy --axis two-theta --wavelength 1.5406 --temperature 295 --radiation xray --fwhm 0.05 \\",
            "      --pair 'pair_style sw' --pair 'pair_coeff * * Si.sw Si' --potential Si.sw"
        })
public final class InitCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "STRUCTURE",
            description = "CIF, POSCAR, extended XYZ or LAMMPS data, by its name.")
    private Path structure = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "SPECTRUM",
            description = "Two or three columns: q or two-theta, intensity, error.")
    private Path spectrum = Path.of("");

    @Mixin
    private InitOptions options = new InitOptions();

    @Option(
            names = "--out",
            defaultValue = "campaign.yaml",
            paramLabel = "FILE",
            description = "Default ${DEFAULT-VALUE}.")
    private Path out = Path.of("campaign.yaml");

    @Option(names = "--force", description = "Replace a file that is there.")
    private boolean force;

    @Option(names = "--no-questions", description = "Ask nothing, on a terminal too.")
    private boolean silent;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(out) && !force) {
            throw new IllegalArgumentException(
                    out + ": is there already; wanted is another --out, or --force to replace it");
        }
        Structure unit = StructureReader.first(structure);
        if (!silent && System.console() != null) {
            new Questions(System.console().reader(), Output.of(spec)).ask(options);
        }
        Spectrum measured = SpectrumFile.read(spectrum, options.axis.said());
        CampaignDraft draft = new CampaignDraft(out, structure, unit, spectrum, measured, options);
        Path folder = out.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path aside = WholeFile.aside(out);
        Files.writeString(aside, draft.text());
        WholeFile.publish(aside, out);
        PrintWriter told = Output.of(spec);
        told.println("structure  " + draft.structureInWords());
        told.println("spectrum   " + draft.spectrumInWords());
        told.println("written    " + out);
        draft.open().forEach(open -> told.println("to fill in " + open));
        told.println("next       nocturne check " + out);
        told.flush();
        return 0;
    }
}
