package org.nocturne.routes.cli.step;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.nocturne.generator.refinement.NoiseFloor;
import org.nocturne.generator.refinement.Refined;

/** What a refinement came to, as a table or as JSON. */
record RefineReport(List<RefineJudgement.State> states, Refined refined, NoiseFloor floor, int heldOut) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    void writeText(PrintWriter lines) {
        lines.printf(
                "%-26s %11s %11s %8s %8s %13s %12s %12s%n",
                "", "chi2 fitted", "chi2 held", "Rwp", "R(S-1)", "E, eV/atom", "sd of E", "sd of S");
        for (RefineJudgement.State state : states) {
            lines.printf(
                    Locale.ROOT,
                    "%-26s %11.3f %11s %8.4f %8.4f %13.5f %12.5f %12.5f%n",
                    state.name(),
                    state.chi2Fitted(),
                    state.chi2HeldOut()
                            .map(chi2 -> String.format(Locale.ROOT, "%.3f", chi2))
                            .orElse("-"),
                    state.rwp(),
                    state.rMinusOne(),
                    state.energyEvPerAtom(),
                    state.energySpreadEvPerAtom(),
                    state.patternSpread());
        }
        lines.printf(Locale.ROOT, "noise floor: chi2 %.3f to %.3f on the fitted points", floor.low(), floor.high());
        if (heldOut > 0) {
            NoiseFloor out = new NoiseFloor(heldOut);
            lines.printf(Locale.ROOT, ", %.3f to %.3f on the %d held out", Math.max(0, out.low()), out.high(), heldOut);
        }
        lines.println();
        lines.printf(
                Locale.ROOT,
                refined.reached()
                        ? "reached: chi2 %.3f at lambda %.3g eV/atom%n"
                        : "NOT reached: chi2 %.3f at lambda %.3g eV/atom%n",
                refined.reducedChiSquare(),
                refined.lambdaEvPerAtom());
        lines.flush();
    }

    void writeJson(PrintWriter lines) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("reached", refined.reached());
        root.put("reducedChiSquare", refined.reducedChiSquare());
        root.put("lambdaEvPerAtom", refined.lambdaEvPerAtom());
        root.put("low", floor.low());
        root.put("high", floor.high());
        root.put("heldOut", heldOut);
        ArrayNode all = root.putArray("states");
        for (RefineJudgement.State state : states) {
            ObjectNode node = all.addObject().put("name", state.name()).put("chi2Fitted", state.chi2Fitted());
            state.chi2HeldOut().ifPresent(chi2 -> node.put("chi2HeldOut", chi2));
            node.put("rwp", state.rwp())
                    .put("rMinusOne", state.rMinusOne())
                    .put("energyEvPerAtom", state.energyEvPerAtom())
                    .put("energySpreadEvPerAtom", state.energySpreadEvPerAtom())
                    .put("patternSpread", state.patternSpread());
        }
        lines.println(JSON.writeValueAsString(root));
        lines.flush();
    }
}
