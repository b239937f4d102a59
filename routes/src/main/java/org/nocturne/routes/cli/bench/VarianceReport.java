package org.nocturne.routes.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.ensemble.SiteExchanges;
import org.nocturne.learning.ledger.Judgement;
import org.nocturne.learning.ledger.Verdict;

/** The lines of a variance bench, as a table or as JSON with gates[] and controls[]. */
final class VarianceReport {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final List<Judgement> gates = new ArrayList<>();
    private final List<Controls.Control> controls = new ArrayList<>();
    private final List<Sites> sites = new ArrayList<>();
    private final ObjectNode facts = JSON.createObjectNode();

    void fact(String name, String value) {
        facts.put(name, value);
    }

    /** How far atoms have left their own sites, in MD and in what was drawn. */
    private record Sites(Kelvin temperature, SiteExchanges reference, SiteExchanges drawn) {}

    void addSites(Kelvin temperature, SiteExchanges reference, SiteExchanges drawn) {
        sites.add(new Sites(temperature, reference, drawn));
    }

    void addGates(List<Judgement> lines) {
        gates.addAll(lines);
    }

    void addControls(List<Controls.Control> found) {
        controls.addAll(found);
    }

    boolean hasFailures() {
        return gates.stream().anyMatch(g -> g.verdict() == Verdict.FAIL)
                || controls.stream().anyMatch(c -> c.failedGates().isEmpty());
    }

    void writeJson(PrintWriter out) throws IOException {
        ObjectNode root = facts.deepCopy();
        ArrayNode lines = root.putArray("gates");
        for (Judgement gate : gates) {
            ObjectNode node = lines.addObject();
            node.put("name", gate.name());
            node.put("T", gate.temperature().value());
            node.put("value", gate.estimate().value());
            node.put("standardError", gate.estimate().standardError());
            node.put("low", gate.low());
            node.put("high", gate.high());
            node.put("bandLow", gate.quantity().bandLow());
            node.put("bandHigh", gate.quantity().bandHigh());
            node.put("M", gate.samples());
            node.put("needed", gate.needed());
            node.put("verdict", gate.verdict().word());
            node.put("source", gate.source());
        }
        ArrayNode standing = root.putArray("sites");
        for (Sites one : sites) {
            ObjectNode node = standing.addObject();
            node.put("T", one.temperature().value());
            node.set("reference", JSON.valueToTree(one.reference()));
            node.set("drawn", JSON.valueToTree(one.drawn()));
        }
        ArrayNode wrong = root.putArray("controls");
        for (Controls.Control control : controls) {
            ObjectNode node = wrong.addObject();
            node.put("name", control.name());
            node.put("T", control.lines().get(0).temperature().value());
            node.put("M", control.lines().get(0).samples());
            node.put("failed", !control.failedGates().isEmpty());
            ArrayNode names = node.putArray("failedGates");
            control.failedGates().forEach(g -> names.add(g.name()));
        }
        out.println(JSON.writeValueAsString(root));
        out.flush();
    }

    void writeTable(PrintWriter out) {
        facts.properties()
                .forEach(e -> out.println(e.getKey() + ": " + e.getValue().asText()));
        Kelvin last = Kelvin.of(0);
        String common = "";
        for (Judgement gate : gates) {
            if (!gate.temperature().equals(last)) {
                last = gate.temperature();
                common = gate.source();
                out.printf(Locale.ROOT, "%n%s, M = %d, against %s%n", last, gate.samples(), common);
            }
            out.printf(
                    Locale.ROOT,
                    "  %-9s %-34s %8.3f  [%.3f, %.3f] in [%s, %s]%s%s%n",
                    gate.verdict().word(),
                    gate.name(),
                    gate.estimate().value(),
                    gate.low(),
                    gate.high(),
                    gate.quantity().bandLow(),
                    gate.quantity().bandHigh(),
                    gate.needed() == 0 ? "" : gate.needed() < 0 ? "  needs more MD" : "  needs M = " + gate.needed(),
                    gate.source().startsWith(common + "; ")
                            ? "  against " + gate.source().substring(common.length() + 2)
                            : "");
        }
        if (!sites.isEmpty()) {
            out.printf("%nsites%n");
        }
        for (Sites one : sites) {
            out.println(
                    "  " + one.temperature() + " reference: " + one.reference().describe());
            out.println("  " + one.temperature() + " drawn: " + one.drawn().describe());
        }
        if (!controls.isEmpty()) {
            out.printf("%ncontrols, each of which must fail%n");
        }
        for (Controls.Control control : controls) {
            String names = String.join(
                    ", ", control.failedGates().stream().map(Judgement::name).toList());
            out.printf(
                    "  %-30s %s%n",
                    control.name(), names.isEmpty() ? "PASSED: the ledger is blind to it" : "fails: " + names);
        }
        out.flush();
    }
}
