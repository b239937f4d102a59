package org.nocturne.routes.report;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.audit.LabelPairs;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Grant;
import org.nocturne.learning.store.LedgerTable;

/** What the template prints, by the names it uses. */
final class ReportPage {
    private final Map<String, Object> page = new LinkedHashMap<>();
    private final CampaignRecord record;
    private final ReportFacts facts;
    private final List<EnsemblePattern> pattern;

    private ReportPage(CampaignRecord record, ReportFacts facts) {
        this.record = record;
        this.facts = facts;
        this.pattern = EnsemblePattern.of(record.patterns(), facts.target().spectrum(), facts.comparison()).stream()
                .toList();
    }

    static Map<String, Object> of(CampaignRecord record, ReportFacts facts, Path campaignDir) {
        ReportPage page = new ReportPage(record, facts);
        page.opening();
        page.figures();
        page.ledger();
        page.put(
                "assessments",
                record.assessments().stream().map(AssessmentLine::new).toList());
        page.put("variants", VariantLine.of(record.variants()));
        page.put("variantsHow", facts.variants().orElse(""));
        page.put("verdicts", record.verdicts().stream().map(VerdictLine::new).toList());
        page.put(
                "retrainings", record.models().stream().map(RetrainingLine::new).toList());
        page.put("failures", FailureGroup.of(record.failures(), campaignDir.toAbsolutePath()));
        page.put("failureCount", record.failures().size());
        page.put("corrections", CorrectionGroup.of(record.corrected()));
        page.audit(new CampaignFiles(campaignDir));
        page.time();
        page.put("repeat", page.repeat());
        page.put("doubts", Doubts.of(record, facts, page.pattern));
        return page.page;
    }

    private void opening() {
        put("name", record.campaign().name());
        put("headline", Headline.of(record, facts, pattern));
        put("written", Numbers.at(record.readAt()));
        put("asked", asked());
        put("configuration", record.campaign().configuration());
    }

    private Map<String, String> asked() {
        Map<String, String> asked = facts.asked(record.temperaturesAdded());
        asked.put("candidates", candidates());
        asked.put("budget", budget());
        return asked;
    }

    /** What has been used of what was granted. */
    private String budget() {
        List<String> parts = new ArrayList<>();
        Optional<Grant> granted = record.granted();
        granted.map(Grant::until).ifPresent(until -> parts.add("until " + Numbers.at(until)));
        parts.add(Numbers.fixed(record.coreHours(), 3)
                + granted.map(Grant::coreHours)
                        .map(hours -> " of " + Numbers.fixed(hours, 3))
                        .orElse("") + " core hours");
        parts.add(record.failedByThemselves()
                + granted.map(Grant::failures).map(most -> " of " + most).orElse("") + " failed attempts");
        return String.join("; ", parts);
    }

    private String candidates() {
        List<String> parts = new ArrayList<>();
        new TreeMap<>(record.candidatesByState()).forEach((state, n) -> parts.add(n + " " + state));
        return record.candidates().size() + " proposed" + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
    }

    private void figures() {
        Kelvin t = facts.target().temperature();
        List<RoundEnergies> rounds = RoundEnergies.of(record, facts.atoms(), t);
        Distribution reference = RoundEnergies.reference(record, facts.atoms(), t);
        put("targetTemperature", Numbers.fixed(t.value(), 0) + " K");
        put("rounds", rounds.stream().map(EnergyLine::new).toList());
        put(
                "reference",
                facts.frozenReference()
                        .map(r -> "not been run here: judged is by the " + r)
                        .orElseGet(() -> EnergyLine.inWords(reference)));
        put("patternFigure", pattern.isEmpty() ? "" : drawn(() -> figure().pattern()));
        put("residualFigure", pattern.isEmpty() ? "" : drawn(() -> figure().residual()));
        put("energyFigure", drawn(() -> RoundFigures.energies(rounds, reference).orElse("")));
        put("inherentFigure", drawn(() -> RoundFigures.inherent(rounds).orElse("")));
        put("misfitFigure", drawn(() -> RoundFigures.misfit(record.assessments())
                .orElse("")));
        put("frames", pattern.isEmpty() ? 0 : pattern.get(0).frames());
        put("hasSigma", facts.target().spectrum().hasSigma());
    }

    private SpectrumFigure figure() {
        return new SpectrumFigure(facts.target(), pattern.get(0));
    }

    /** A machine without fonts cannot draw; the tables of the report are worth having all the same. */
    private static String drawn(Supplier<String> figure) {
        try {
            return figure.get();
        } catch (RuntimeException | InternalError | NoClassDefFoundError | UnsatisfiedLinkError e) {
            return "";
        }
    }

    private void ledger() {
        Map<String, List<LedgerLine>> byTemperature = new LinkedHashMap<>();
        for (LedgerTable.Row row : record.ledger()) {
            byTemperature
                    .computeIfAbsent(Numbers.fixed(row.temperature().value(), 1) + " K", t -> new ArrayList<>())
                    .add(new LedgerLine(row));
        }
        put("ledger", byTemperature);
        put("gateFigure", drawn(() -> RoundFigures.worstGates(WorstGate.of(record))
                .orElse("")));
    }

    private void audit(CampaignFiles files) {
        List<String> states = new ArrayList<>();
        record.specimensByState().forEach((state, n) -> states.add(n + " " + state));
        put("specimens", String.join(", ", states));
        put("audit", AuditSection.of(LabelPairs.of(record.specimens(), record.specimenLabels(), files)));
    }

    private void time() {
        List<TimeShare> shares = TimeShare.of(record);
        Instant begin = record.campaign().createdAt();
        Instant end =
                record.events().stream().map(Event::at).reduce((a, b) -> b).orElse(record.readAt());
        Duration wall = Duration.between(begin, end);
        put("times", shares);
        put("timeTotal", TimeShare.total(shares));
        put("began", Numbers.at(begin));
        put("wall", Numbers.lasting(wall));
        put("slots", facts.slots());
    }

    private Map<String, String> repeat() {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("program", facts.software());
        out.put("configuration, SHA-256", record.campaign().sha256());
        out.put("seed", facts.seed() + " (every other seed is derived from it)");
        out.put("method of the labels", facts.method().id());
        out.put("code", facts.method().code() + " " + facts.method().version());
        out.put("potential", facts.method().potential());
        out.put("settings", facts.method().settings());
        facts.frozenReference().ifPresent(r -> out.put("judged by", r));
        facts.variants().ifPresent(how -> out.put("variants by", how));
        Optional.of(record.replicas().size())
                .filter(n -> n > 0)
                .ifPresent(n -> out.put("independent MD runs", Numbers.counted(n, "replica")));
        record.models().forEach(m -> out.put("model v" + m.version() + " (" + m.verdict() + "), SHA-256", m.sha256()));
        return out;
    }

    private void put(String name, Object value) {
        page.put(name, value);
    }
}
