package org.nocturne.routes.cli.init;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/**
 * The text of a new campaign file. What is not known is written as a TODO that the reader of campaign files refuses by its key, never as
 * a guess.
 */
final class CampaignDraft {
    private static final int MOST_COPIES = 50;

    private final Path file;
    private final Path structureFile;
    private final Structure unit;
    private final Path spectrumFile;
    private final Spectrum spectrum;
    private final InitOptions options;
    private final OpenLines lines = new OpenLines();
    private final String text;

    CampaignDraft(
            Path file, Path structureFile, Structure unit, Path spectrumFile, Spectrum spectrum, InitOptions options)
            throws IOException {
        this.file = file;
        this.structureFile = structureFile;
        this.unit = unit;
        this.spectrumFile = spectrumFile;
        this.spectrum = spectrum;
        this.options = options;
        this.text = String.join(
                "\n",
                head(),
                target(),
                structure(),
                new CodeBlock(options, unit.distinctSpecies(), lines).text(),
                runs());
    }

    String text() {
        return text;
    }

    /** The keys that are to be filled in. */
    List<String> open() {
        return lines.open();
    }

    String structureInWords() {
        Cell cell = unit.cell();
        String edges = cell.hasVolume()
                ? format("; cell heights %.3f, %.3f, %.3f angstrom", cell.height(0), cell.height(1), cell.height(2))
                : "; no cell";
        return unit.size() + (unit.size() == 1 ? " atom of " : " atoms of ") + symbols() + edges;
    }

    String spectrumInWords() {
        double[] q = spectrum.qPerAngstrom();
        return q.length + " points, q " + rounded(q[0]) + " to " + rounded(q[q.length - 1]) + " 1/angstrom"
                + (spectrum.hasSigma() ? ", with errors" : ", without errors");
    }

    private String head() throws IOException {
        return "# Made by 'nocturne init'; docs/configuration.md explains every key.\n" + "name: "
                + OpenLines.yaml(name()) + "\nseed: 1\n";
    }

    private String name() {
        String name = options.name == null
                ? structureFile.getFileName().toString().replaceFirst("(?<=.)\\.[^.]*$", "")
                : options.name;
        return options.name == null ? name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceFirst("^[._-]+", "") : name;
    }

    private String target() throws IOException {
        String kind = options.isCrystal() ? "powder" : "structure-factor";
        StringBuilder out = new StringBuilder("target:\n");
        out.append("  file: ")
                .append(OpenLines.yaml(beside(spectrumFile)))
                .append("  # ")
                .append(spectrumInWords())
                .append('\n');
        if (options.axis.axis() != null) {
            out.append("  axis: ").append(options.axis.axis()).append('\n');
        }
        if (options.axis.wavelengthAngstrom() != null) {
            out.append("  wavelength: ")
                    .append(options.axis.wavelengthAngstrom())
                    .append("  # angstrom\n");
        }
        out.append(lines.line("target.radiation", options.radiation, "xray or neutron"));
        out.append("  kind: ")
                .append(kind)
                .append("  # powder: of a crystal; structure-factor: S(q) of a liquid or glass\n");
        out.append(
                lines.line("target.temperature-K", options.temperatureK, "the temperature of the measurement, kelvin"));
        if (options.isCrystal()) {
            out.append(
                    lines.line("target.resolution-fwhm", options.fwhm, "width of the instrument (FWHM), 1/angstrom"));
        }
        return out.toString();
    }

    private String structure() throws IOException {
        int[] repeat = repeat();
        int atoms = unit.size() * repeat[0] * repeat[1] * repeat[2];
        return "structure:\n  file: " + OpenLines.yaml(beside(structureFile)) + "  # " + structureInWords()
                + "\n  repeat: ["
                + repeat[0] + ", " + repeat[1] + ", " + repeat[2] + "]  # " + atoms + " atoms\n  phase: "
                + options.phase + "  # crystal, liquid, glass, or auto\n";
    }

    private int[] repeat() {
        int[] out = {1, 1, 1};
        for (int k = 0; k < 3 && unit.cell().isFullyPeriodic(); k++) {
            int wanted = (int) Math.ceil(options.widthAngstrom / unit.cell().height(k) - 1e-9);
            out[k] = Math.max(1, Math.min(MOST_COPIES, wanted));
        }
        return out;
    }

    private String runs() throws IOException {
        StringBuilder out =
                new StringBuilder("replicas:  # independent MD runs to learn from and to judge models by\n");
        Double t = options.temperatureK;
        String temperatures =
                t == null ? null : options.isCrystal() ? "[" + t / 2 + ", " + t + ", " + t * 1.5 + "]" : "[" + t + "]";
        out.append(lines.line(
                "replicas.temperatures-K", temperatures, "where MD is run, such as [150, 300, 450] around 300"));
        if (options.phase.equals("glass")) {
            out.append(lines.line("replicas.heat-to-K", null, "the temperature at which it is melted, kelvin"));
            out.append(lines.line("replicas.cooling-K-per-ps", null, "the rate at which it is quenched"));
        }
        out.append("""
                  equilibration-steps: 5000
                  frames: 20
                  spacing-steps: 100

                reference:  # frozen MD at the temperature of the target, to judge the ensemble by
                  replicas: 4

                candidates:
                  count: 80
                  round: 20

                quick:  # laid over the rest by --quick
                  name: %s
                  replicas: {equilibration-steps: 1000, frames: 10}
                  reference: {replicas: 2, equilibration-steps: 1000, frames: 20, spacing-steps: 100}
                  candidates: {count: 10, round: 5}
                """.formatted(OpenLines.yaml(name() + "-quick")));
        return out.toString();
    }

    private String symbols() {
        return unit.distinctSpecies().stream().map(Element::symbol).collect(Collectors.joining(", "));
    }

    /** A file as the campaign file names it: from its own folder. */
    private String beside(Path named) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return String.valueOf(
                folder == null
                        ? named
                        : folder.relativize(named.toAbsolutePath().normalize()));
    }

    private static String rounded(double value) {
        BigDecimal four = new BigDecimal(value).round(new MathContext(4));
        return four.signum() == 0 ? "0" : four.stripTrailingZeros().toPlainString();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
