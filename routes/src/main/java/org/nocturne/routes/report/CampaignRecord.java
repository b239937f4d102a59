package org.nocturne.routes.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.store.CampaignTable.Campaign;
import org.nocturne.learning.store.CandidateTable.Candidate;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.FrameTable.LabelledFrame;
import org.nocturne.learning.store.Grant;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.JobTally;
import org.nocturne.learning.store.JobTally.StepTime;
import org.nocturne.learning.store.LedgerTable;
import org.nocturne.learning.store.ModelTable.Model;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.RoundVerdict;
import org.nocturne.learning.store.Specimen;
import org.nocturne.learning.store.SpecimenTable.SpecimenLabel;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.SubjectTable.Basin;
import org.nocturne.learning.store.SubjectTable.Replica;
import org.nocturne.learning.store.Transaction;
import org.nocturne.learning.store.VariantTable.Variant;

/** Everything the store says of a campaign, read in one transaction, so that no two parts of a report contradict each other. */
record CampaignRecord(
        Instant readAt,
        Campaign campaign,
        List<Basin> basins,
        List<Replica> replicas,
        List<Candidate> candidates,
        List<Variant> variants,
        Map<String, Integer> candidatesByState,
        List<LabelledFrame> thermalFrames,
        List<LabelledFrame> referenceFrames,
        List<double[]> patterns,
        List<LedgerTable.Assessment> assessments,
        SortedMap<Integer, List<LedgerTable.Row>> ledgers,
        List<RoundVerdict> verdicts,
        List<Model> models,
        List<Job> failures,
        List<Job> corrected,
        List<Specimen> specimens,
        List<SpecimenLabel> specimenLabels,
        Map<String, Integer> specimensByState,
        List<StepTime> times,
        List<Kelvin> temperaturesAdded,
        Optional<Grant> granted,
        double coreHours,
        int failedByThemselves,
        List<Event> events) {

    private static final int EVENTS_AT_ONCE = 5000;

    static CampaignRecord read(Store store) {
        return store.inTransaction(CampaignRecord::read);
    }

    private static CampaignRecord read(Transaction tx) {
        List<LedgerTable.Assessment> assessments = tx.ledger().assessments();
        JobTally tally = tx.tally();
        return new CampaignRecord(
                tx.now(),
                tx.campaign()
                        .find()
                        .orElseThrow(() -> new IllegalStateException("the store holds no campaign to report on")),
                tx.subjects().basins(),
                tx.subjects().replicas(),
                tx.candidates().all(),
                tx.variants().all(),
                tally.candidatesByState(),
                tx.frames().of(Role.CANDIDATE),
                tx.frames().of(Role.REFERENCE),
                tx.patterns().all(),
                assessments,
                ledgers(tx, assessments),
                tx.verdicts().all(),
                tx.models().all(),
                tx.jobs().failed(),
                tx.jobs().corrected(),
                tx.specimens().all(),
                tx.specimens().labels(),
                tx.specimens().countByState(),
                tally.times(),
                tx.temperatures().added(),
                tx.budgets().present(),
                tally.coreHours(),
                tally.failedByThemselves(),
                events(tx));
    }

    private static SortedMap<Integer, List<LedgerTable.Row>> ledgers(
            Transaction tx, List<LedgerTable.Assessment> assessments) {
        SortedMap<Integer, List<LedgerTable.Row>> out = new TreeMap<>();
        assessments.forEach(a -> out.put(a.round(), tx.ledger().rows(a.id())));
        return out;
    }

    /** The variance ledger as it stands; empty before the first round was assessed. */
    List<LedgerTable.Row> ledger() {
        return ledgers.isEmpty() ? List.of() : ledgers.getOrDefault(ledgers.lastKey(), List.of());
    }

    private static List<Event> events(Transaction tx) {
        List<Event> all = new ArrayList<>();
        List<Event> page;
        do {
            page = tx.events().after(all.size(), EVENTS_AT_ONCE);
            all.addAll(page);
        } while (page.size() == EVENTS_AT_ONCE);
        return all;
    }

    LedgerTable.@Nullable Assessment lastAssessment() {
        return assessments.isEmpty() ? null : assessments.get(assessments.size() - 1);
    }
}
