package org.nocturne.routes.cli.step;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.nocturne.generator.refinement.Conditioned;
import org.nocturne.generator.refinement.NoiseFloor;

/** What a conditioning came to, as a table or as JSON. */
record ConditionReport(List<ThermalState> states, Conditioned conditioned, NoiseFloor floor, int heldOut) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    void writeText(PrintWriter lines) {
        lines.printf(
                "%-12s %11s %9s %7s %7s %11s %10s %18s %16s %8s%n",
                "",
                "chi2 fitted",
                "chi2 held",
                "Rwp",
                "R(S-1)",
                "E, eV/atom",
                "sd of E",
                "U - E, meV/atom",
                "Var U, eV^2",
                "<u^2>");
        for (ThermalState state : states) {
            RefineJudgement.State still = state.still();
            lines.printf(
                    Locale.ROOT,
                    "%-12s %11.3f %9s %7.4f %7.4f %11.5f %10.5f %9.3f +- %5.3f %7.3f +- %5.3f %8.4f%n",
                    still.name(),
                    still.chi2Fitted(),
                    still.chi2HeldOut()
                            .map(chi2 -> String.format(Locale.ROOT, "%.3f", chi2))
                            .orElse("-"),
                    still.rwp(),
                    still.rMinusOne(),
                    still.energyEvPerAtom(),
                    still.energySpreadEvPerAtom(),
                    state.thermalMevPerAtom().value(),
                    state.thermalMevPerAtom().standardError(),
                    state.energyVariance().value(),
                    state.energyVariance().standardError(),
                    state.meanSquareAngstrom2());
        }
        lines.println("E: bottoms of the basins, by the code alone; U: the frames, by the code alone");
        lines.printf(Locale.ROOT, "noise floor: chi2 %.3f to %.3f on the fitted points", floor.low(), floor.high());
        if (heldOut > 0) {
            NoiseFloor out = new NoiseFloor(heldOut);
            lines.printf(Locale.ROOT, ", %.3f to %.3f on the %d held out", Math.max(0, out.low()), out.high(), heldOut);
        }
        lines.println();
        lines.printf(
                Locale.ROOT,
                "%s after %d rounds, lambda %.3g eV/atom%n",
                conditioned.reached() ? "reached" : "NOT reached",
                conditioned.rounds().size(),
                conditioned.lambdaEvPerAtom());
        lines.flush();
    }

    void writeJson(PrintWriter lines) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("reached", conditioned.reached());
        root.put("lambdaEvPerAtom", conditioned.lambdaEvPerAtom());
        root.put("low", floor.low()).put("high", floor.high()).put("heldOut", heldOut);
        ArrayNode rounds = root.putArray("rounds");
        conditioned.rounds().forEach(round -> rounds.addObject()
                .put("number", round.number())
                .put("lambdaEvPerAtom", round.lambdaEvPerAtom())
                .put("reducedChiSquare", round.reducedChiSquare()));
        ArrayNode all = root.putArray("states");
        for (ThermalState state : states) {
            RefineJudgement.State still = state.still();
            ObjectNode node = all.addObject().put("name", still.name()).put("chi2Fitted", still.chi2Fitted());
            still.chi2HeldOut().ifPresent(chi2 -> node.put("chi2HeldOut", chi2));
            node.put("rwp", still.rwp())
                    .put("rMinusOne", still.rMinusOne())
                    .put("energyEvPerAtom", still.energyEvPerAtom())
                    .put("energySpreadEvPerAtom", still.energySpreadEvPerAtom())
                    .put("patternSpread", still.patternSpread())
                    .put("thermalMevPerAtom", state.thermalMevPerAtom().value())
                    .put("thermalError", state.thermalMevPerAtom().standardError())
                    .put("energyVarianceEv2", state.energyVariance().value())
                    .put("energyVarianceError", state.energyVariance().standardError())
                    .put("meanSquareAngstrom2", state.meanSquareAngstrom2());
        }
        lines.println(JSON.writeValueAsString(root));
        lines.flush();
    }
}
