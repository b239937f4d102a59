package org.nocturne.routes.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** The two tables of a sampling bench, for a person or as JSON. */
record SamplingReport(
        String model, List<ScaleBench.Row> scale, List<YieldBench.Row> yields, int trainingSteps, int over) {
    private static final double HIGHEST_SLOPE = 1.15;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    void writeJson(PrintWriter out) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("model", model);
        root.set("scale", JSON.valueToTree(scale));
        if (scale.size() > 1) {
            root.put("slope", ScaleBench.slope(scale));
            root.put("slopeAtMost", HIGHEST_SLOPE);
        }
        root.put("trainingSteps", trainingSteps);
        root.put("over", over);
        for (YieldBench.Row row : yields) {
            ObjectNode node = root.withArrayProperty("yield").addObject();
            node.put("T", row.temperature().value());
            node.put("mdStepsByEnergy", row.stepsByEnergy());
            node.put("mdStepsByWaves", row.stepsByWaves());
            node.put("mdStepsByWavesAtMost", row.wavesAreBound());
            node.put("secondsPerMdStep", row.secondsPerStep());
            node.put("secondsPerSample", row.secondsPerSample());
            node.put("setUpSeconds", row.setUpSeconds());
            node.put("gainByEnergy", gain(row, row.stepsByEnergy()));
            node.put("gainByWaves", gain(row, row.stepsByWaves()));
        }
        out.println(JSON.writeValueAsString(root));
        out.flush();
    }

    void writeTable(PrintWriter out) {
        out.println("model: " + model);
        out.printf("%n   atoms   set-up s   s/sample   core s/sample   peak heap MiB   <u^2>/predicted%n");
        for (ScaleBench.Row row : scale) {
            out.printf(
                    Locale.ROOT,
                    "%8d %10.3f %10.4f %15.4f %15.0f %17.3f%n",
                    row.atoms(),
                    row.setUpSeconds(),
                    row.seconds(),
                    row.processorSeconds(),
                    row.peakHeapMiB(),
                    row.meanSquareRatio());
        }
        if (scale.size() > 1) {
            out.printf(
                    Locale.ROOT,
                    "slope of log t against log N: %.2f; at most %.2f is wanted%n",
                    ScaleBench.slope(scale),
                    HIGHEST_SLOPE);
        }
        if (!yields.isEmpty()) {
            writeYields(out);
        }
        out.flush();
    }

    private void writeYields(PrintWriter out) {
        out.printf(
                "%nindependent samples per core second, generator over MD, for %d samples; training: %d MD steps%n",
                over, trainingSteps);
        out.println(
                "         T   MD steps worth one: energy, longest waves   ms/step   ms/sample   set-up s   gain: energy,"
                        + " waves");
        for (YieldBench.Row row : yields) {
            out.printf(
                    Locale.ROOT,
                    "%10s %27.0f %15s %9.3f %11.1f %10.2f %14.2f %7.2f%n",
                    row.temperature(),
                    row.stepsByEnergy(),
                    (row.wavesAreBound() ? "<= " : "") + Math.round(row.stepsByWaves()),
                    1000 * row.secondsPerStep(),
                    1000 * row.secondsPerSample(),
                    row.setUpSeconds(),
                    gain(row, row.stepsByEnergy()),
                    gain(row, row.stepsByWaves()));
        }
    }

    private double gain(YieldBench.Row row, double stepsEach) {
        return row.byMd(stepsEach, over) / row.byGenerator(trainingSteps, over);
    }
}
