package org.nocturne.learning.forecast;

import java.util.ArrayList;
import java.util.List;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.loop.AuditPlan;
import org.nocturne.learning.loop.CampaignPlan;
import org.nocturne.learning.loop.ReplicaPlan;

/**
 * What a campaign will take.
 *
 * @param lines the kinds of work that fill slots
 * @param slots of the campaign's own code
 * @param wallHours from its begin to its report
 * @param bytes on the disk in the end
 * @param bound what the wall clock waits for: the slots, or the proposals, which are made one after the other
 * @param mostReplicas that acquisition may buy, which are not counted
 */
public record Forecast(
        List<ForecastLine> lines, int slots, double wallHours, double bytes, String bound, int mostReplicas) {
    /** Of store, log and models beside the work directories. */
    private static final double BESIDE = 1.1;

    /**
     * Of a campaign.
     *
     * @param auditSlots of its second code
     * @param timestepFs of its code
     */
    public static Forecast of(CampaignPlan plan, int slots, int auditSlots, Rates rates, double timestepFs) {
        List<ForecastLine> own = new ArrayList<>();
        int count = plan.proposals().count();
        boolean variants = plan.proposals().variants().isPresent();
        ReplicaPlan library = plan.replicas();
        int ofLibrary = library.perTemperature() * library.temperatures().size();
        own.add(new ForecastLine("minimise", variants ? 1 + ofLibrary + count : 1, rates.minimise(), 0));
        addReplicas(own, plan, rates, new MdSteps(library, timestepFs));
        own.add(new ForecastLine("relax", count, rates.relax(), count * rates.candidateBytes()));
        own.add(new ForecastLine("label", count, rates.label(), 0));
        double again = 1 / Math.max(0.1, 1 - rates.failed());
        double busy = seconds(own) * again;
        double candidate = rates.relax() + rates.label() + (variants ? rates.minimise() : 0);
        double candidates = count * candidate * again / slots;
        double proposals = count * rates.propose();
        double before = (busy - count * candidate * again - rates.minimise()) / slots;
        double audits = audits(plan) * rates.audit() / Math.max(1, auditSlots);
        double wall = rates.minimise()
                + Math.max(before, 0)
                + rates.retrain()
                + Math.max(candidates, proposals)
                + Math.max(0, audits - candidates)
                + rates.assess();
        List<ForecastLine> lines = new ArrayList<>(own);
        if (audits(plan) > 0) {
            lines.add(new ForecastLine("audit", audits(plan), rates.audit(), 0));
        }
        return new Forecast(
                List.copyOf(lines),
                slots,
                wall / 3600,
                BESIDE * lines.stream().mapToDouble(ForecastLine::bytes).sum(),
                proposals > candidates ? "proposals" : "slots",
                plan.spending().replicas());
    }

    private static void addReplicas(List<ForecastLine> out, CampaignPlan plan, Rates rates, MdSteps steps) {
        ReplicaPlan replicas = plan.replicas();
        for (Kelvin t : replicas.temperatures()) {
            int count = replicas.perTemperature() + replicas.heldOut();
            double seconds = rates.label() + rates.mdStep() * steps.of(replicas.length(), t);
            double bytes = count * replicas.length().frames() * rates.frameBytes();
            out.add(new ForecastLine("replica at " + t, count, seconds, bytes));
        }
        if (replicas.reference() > 0) {
            for (Kelvin t : plan.proposals().temperatures()) {
                double seconds = rates.label() + rates.mdStep() * steps.of(replicas.referenceLength(), t);
                double bytes = replicas.reference() * replicas.referenceLength().frames() * rates.frameBytes();
                out.add(new ForecastLine("reference at " + t, replicas.reference(), seconds, bytes));
            }
        }
    }

    private static int audits(CampaignPlan plan) {
        return plan.audit().map(AuditPlan::perRound).orElse(0)
                * plan.proposals().rounds();
    }

    private static double seconds(List<ForecastLine> lines) {
        return lines.stream().mapToDouble(line -> line.count() * line.seconds()).sum();
    }

    /** Of all slots together, in hours. */
    public double slotHours() {
        return lines.stream().mapToDouble(ForecastLine::slotHours).sum();
    }
}
