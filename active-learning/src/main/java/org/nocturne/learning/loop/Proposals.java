package org.nocturne.learning.loop;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.crash.CrashPoint;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.format.XyzValue;
import org.nocturne.core.port.ProposalException;
import org.nocturne.core.port.Proposer;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Step;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.StoredFile;
import org.nocturne.learning.store.Subject;

/**
 * New candidates. The number of a candidate fixes its seed and the store its temperature, so a candidate that was lost before its commit
 * comes back the same.
 */
public final class Proposals {
    private final CampaignPlan plan;
    private final Store store;
    private final CampaignFiles files;
    private final TemperatureTurns turns;

    public Proposals(CampaignPlan plan, Store store, CampaignFiles files) {
        this.turns = new TemperatureTurns(plan, store);
        this.plan = plan;
        this.store = store;
        this.files = files;
    }

    /**
     * Proposes the next candidate. One that could not be corrected is kept as failed, with the draw that it began as.
     *
     * @param modelVersion of the proposer; null where nothing learned proposes
     */
    public void propose(Proposer proposer, @Nullable Integer modelVersion) {
        int done = store.inTransaction(tx -> tx.candidates().count());
        int id = done + 1;
        long seed = plan.seedOf("candidate", id);
        Kelvin temperature = turns.next(modelVersion);
        int round = 1 + done / plan.proposals().roundSize();
        Subject subject = Subject.candidate(id);
        Fields fields = Fields.of(plan)
                .with("round", round)
                .subject(subject)
                .temperature(temperature)
                .with("model", modelVersion == null ? "none" : "v" + modelVersion);
        try {
            Structure structure = proposer.propose(temperature, generator(seed));
            StoredFile file = write(subject, structure, temperature);
            CrashPoint.PROPOSAL_WRITTEN.reached();
            store.inTransaction(tx -> {
                tx.candidates().insert(id, round, temperature, modelVersion, seed, file);
                tx.jobs().enqueue(subject, Step.RELAX);
                tx.events()
                        .append(
                                Event.Level.INFO,
                                "propose",
                                fields.with("atoms", structure.size()).map());
                return null;
            });
        } catch (ProposalException e) {
            StoredFile file = write(subject, e.drawn(), temperature);
            String why = String.valueOf(e.getMessage());
            store.inTransaction(tx -> {
                tx.candidates().insert(id, round, temperature, modelVersion, seed, file);
                tx.jobs().insertFailed(subject, Step.PROPOSE, e.forces().why(), why);
                fields.word("failed").with("cause", e.forces().why()).said("why", why);
                tx.events().append(Event.Level.WARN, "propose", fields.map());
                return null;
            });
        }
    }

    /** Proposes a variant as the next candidate. It is minimised before it is relaxed: noise would heat it beyond melting. */
    public void proposeVariant(VariantProposer proposer) {
        int done = store.inTransaction(tx -> tx.candidates().count());
        int id = done + 1;
        long seed = plan.seedOf("candidate", id);
        Kelvin temperature = turns.next(null);
        int round = 1 + done / plan.proposals().roundSize();
        Subject subject = Subject.candidate(id);
        VariantProposer.Proposed proposed = proposer.propose(id, generator(seed));
        String parent = Subject.basin(proposed.parent()).name();
        StoredFile file = write(
                subject,
                proposed.structure(),
                temperature,
                Map.of(
                        "parent",
                        new XyzValue.Text(parent),
                        "sigma_angstrom",
                        new XyzValue.Real(proposer.sigmaAngstrom())));
        CrashPoint.PROPOSAL_WRITTEN.reached();
        store.inTransaction(tx -> {
            tx.candidates().insert(id, round, temperature, null, seed, file);
            tx.variants().insert(id, proposed.parent(), proposer.sigmaAngstrom());
            tx.jobs().enqueue(subject, Step.MINIMISE);
            Fields fields = Fields.of(plan)
                    .with("round", round)
                    .subject(subject)
                    .temperature(temperature)
                    .with("model", "none")
                    .with("atoms", proposed.structure().size())
                    .with("method", "variant")
                    .with("parent", parent)
                    .with("sigma", proposer.sigmaAngstrom() + "A");
            tx.events().append(Event.Level.INFO, "propose", fields.map());
            return null;
        });
    }

    private StoredFile write(Subject subject, Structure structure, Kelvin temperature) {
        return write(subject, structure, temperature, Map.of());
    }

    private StoredFile write(Subject subject, Structure structure, Kelvin temperature, Map<String, XyzValue> more) {
        Map<String, XyzValue> info = new TreeMap<>(more);
        info.put("temperature", new XyzValue.Real(temperature.value()));
        return files.writeFrames(
                "structures/" + subject.name() + ".proposal.extxyz", List.of(new XyzFrame(structure, info, Map.of())));
    }

    /** The random numbers of one seed (LXM, Steele and Vigna 2021). */
    public static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
