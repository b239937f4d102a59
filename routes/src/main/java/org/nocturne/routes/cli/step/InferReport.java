package org.nocturne.routes.cli.step;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.nocturne.generator.conditioning.BasinWeights;
import org.nocturne.generator.conditioning.Discrepancy;
import org.nocturne.generator.conditioning.PatternSurface;
import org.nocturne.generator.conditioning.Scalar;
import org.nocturne.generator.conditioning.ScalarFit;

/** What a pattern determined, in words or as JSON. */
record InferReport(List<PatternReading> readings, BasinWeights basins, Discrepancy discrepancy) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Of one pattern read with one model after another. */
    static InferReport of(List<PatternReading> readings) {
        return new InferReport(
                readings,
                BasinWeights.of(readings.stream().map(PatternReading::fit).toList()),
                Discrepancy.NONE);
    }

    /** Of a pattern read with MD, whose potential differs from the material. */
    static InferReport of(PatternReading reading, Discrepancy discrepancy) {
        return new InferReport(List.of(reading), BasinWeights.of(List.of(reading.fit())), discrepancy);
    }

    void write(boolean json, PrintWriter lines) throws IOException {
        if (json) {
            writeJson(lines);
        } else {
            writeText(lines);
        }
    }

    private ScalarFit fit() {
        return readings.get(basins.best()).fit();
    }

    private void writeText(PrintWriter lines) {
        ScalarFit fit = fit();
        PatternSurface surface = readings.get(basins.best()).surface();
        if (readings.size() > 1) {
            writeBasins(lines);
        }
        if (fit.temperatureIdentified()) {
            lines.printf(
                    Locale.ROOT,
                    "temperature: %.1f K, 95 %% interval %.1f to %.1f K (Fisher bound +- %.1f K)%n",
                    fit.value(Scalar.TEMPERATURE),
                    fit.lowK(),
                    fit.highK(),
                    1.96 * fit.fisherBoundK());
        } else {
            lines.printf(
                    Locale.ROOT,
                    "temperature: not identifiable from this pattern between %.0f and %.0f K (interval %.1f to %.1f K)%n",
                    surface.lowestK(),
                    surface.highestK(),
                    fit.lowK(),
                    fit.highK());
        }
        for (int p = 0; p < fit.free().size(); p++) {
            if (fit.free().get(p) != Scalar.TEMPERATURE) {
                lines.printf(
                        Locale.ROOT,
                        "%s: %.6g +- %.2g%n",
                        fit.free().get(p).word(),
                        fit.values()[p],
                        fit.standardErrors()[p]);
            }
        }
        lines.printf(Locale.ROOT, "chi2/(n - p): %.3f, n - p = %d%n", fit.reducedChiSquare(), fit.degreesOfFreedom());
        if (!fit.explainsThePattern()) {
            lines.printf(
                    Locale.ROOT,
                    "fit: NOT explained by this model (1 +- %.2f is expected); a basin, a phase or a correction is missing, and the interval"
                            + " above means nothing%n",
                    fit.reducedChiSquareScatter());
        }
        if (discrepancy.amplitude() > 0) {
            lines.printf(
                    Locale.ROOT,
                    "discrepancy: model and target differ by %.4g %s, alike over %.3g 1/angstrom; it is inside the interval%n",
                    discrepancy.amplitude(),
                    discrepancy.profile() == Discrepancy.Profile.FLAT ? "everywhere" : "at the strongest features",
                    discrepancy.lengthPerAngstrom());
        }
        for (ScalarFit.Direction direction : fit.directions()) {
            StringBuilder mix = new StringBuilder();
            for (int p = 0; p < direction.weights().length; p++) {
                mix.append(String.format(
                        Locale.ROOT,
                        " %+.2f %s",
                        direction.weights()[p],
                        fit.free().get(p).word()));
            }
            lines.printf(
                    Locale.ROOT,
                    "direction:%s: %s (+- %.2g of its size)%n",
                    mix,
                    direction.standardError() < 0.1
                            ? "determined"
                            : direction.standardError() < 1 ? "weakly determined" : "not identifiable",
                    direction.standardError());
        }
        lines.flush();
    }

    private void writeBasins(PrintWriter lines) {
        for (int k = 0; k < readings.size(); k++) {
            ScalarFit fit = readings.get(k).fit();
            lines.printf(
                    Locale.ROOT,
                    "basin: %s weight %.3g, chi2 %.1f, %.1f K%n",
                    readings.get(k).source(),
                    basins.weights().get(k),
                    fit.chiSquare(),
                    fit.value(Scalar.TEMPERATURE));
        }
        lines.printf(
                Locale.ROOT,
                "basin: %s%s%n",
                !fit().explainsThePattern()
                        ? "none of these explains the pattern; nearest is "
                        : basins.isDecided() ? "" : "not decided by this pattern; likeliest is ",
                readings.get(basins.best()).source());
    }

    private void writeJson(PrintWriter lines) throws IOException {
        ScalarFit fit = fit();
        ObjectNode root = JSON.createObjectNode();
        root.put("explained", fit.explainsThePattern());
        root.put("basinDecided", basins.isDecided() && fit.explainsThePattern());
        ArrayNode basin = root.putArray("basins");
        for (int k = 0; k < readings.size(); k++) {
            basin.addObject()
                    .put("model", readings.get(k).source())
                    .put("weight", basins.weights().get(k))
                    .put("chiSquare", readings.get(k).fit().chiSquare())
                    .put("temperatureK", readings.get(k).fit().value(Scalar.TEMPERATURE));
        }
        root.put("temperatureK", fit.value(Scalar.TEMPERATURE));
        root.put("lowK", fit.lowK());
        root.put("highK", fit.highK());
        root.put("identified", fit.temperatureIdentified());
        root.put("fisherBoundK", fit.fisherBoundK());
        root.put("reducedChiSquare", fit.reducedChiSquare());
        root.put("degreesOfFreedom", fit.degreesOfFreedom());
        root.put("discrepancy", discrepancy.amplitude());
        ObjectNode scalars = root.putObject("scalars");
        for (int p = 0; p < fit.free().size(); p++) {
            scalars.putObject(fit.free().get(p).word())
                    .put("value", fit.values()[p])
                    .put("standardError", fit.standardErrors()[p]);
        }
        ArrayNode directions = root.putArray("directions");
        for (ScalarFit.Direction direction : fit.directions()) {
            ObjectNode node = directions.addObject();
            node.put("standardError", direction.standardError());
            ArrayNode weights = node.putArray("weights");
            for (double weight : direction.weights()) {
                weights.add(weight);
            }
        }
        lines.println(JSON.writeValueAsString(root));
        lines.flush();
    }
}
