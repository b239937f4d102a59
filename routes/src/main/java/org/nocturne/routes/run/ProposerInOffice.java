package org.nocturne.routes.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.nocturne.core.port.Proposer;
import org.nocturne.core.port.Variation;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.loop.CampaignPlan;
import org.nocturne.learning.loop.Proposals;
import org.nocturne.learning.loop.ReplicaProposer;
import org.nocturne.learning.loop.TrainingData;
import org.nocturne.learning.loop.VariantProposer;
import org.nocturne.learning.store.ModelTable.Model;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;

/**
 * Proposes with the version in office, which is kept open until another one comes, or from the library of replicas where nothing is learned:
 * frames of it, or variants.
 */
final class ProposerInOffice implements AutoCloseable {
    private final CampaignPlan plan;
    private final Store store;
    private final CampaignFiles files;
    private final Function<Path, Proposer> proposers;
    private final Optional<Variation> variation;
    private final Proposals proposals;
    private int version;
    private boolean closed;
    private Optional<Proposer> proposer = Optional.empty();
    private Optional<VariantProposer> variants = Optional.empty();

    /**
     * Of a campaign.
     *
     * @param proposers from the folder of a version to what is proposed
     * @param variation what makes variants of the library; closed with this. Empty where its frames are proposed
     */
    ProposerInOffice(
            CampaignPlan plan,
            Store store,
            CampaignFiles files,
            Function<Path, Proposer> proposers,
            Optional<Variation> variation) {
        this.variation = variation;
        this.plan = plan;
        this.store = store;
        this.files = files;
        this.proposers = proposers;
        this.proposals = new Proposals(plan, store, files);
    }

    /** One candidate; false where this was closed, since a route that was stopped by force must not open a code again. */
    synchronized boolean propose() {
        if (closed) {
            return false;
        }
        if (variation.isPresent()) {
            VariantProposer opened = variants.orElseGet(() -> VariantProposer.of(store, files, variation.get()));
            variants = Optional.of(opened);
            proposals.proposeVariant(opened);
        } else if (plan.phase() != CampaignPlan.Phase.CRYSTAL) {
            proposals.propose(proposer.orElseGet(this::openLibrary), null);
        } else {
            Model champion = store.inTransaction(tx -> tx.models().champion()).orElseThrow();
            if (champion.version() != version) {
                closeProposer();
                proposer = Optional.of(proposers.apply(files.resolve(champion.folder())));
                version = champion.version();
            }
            proposals.propose(proposer.orElseThrow(), champion.version());
        }
        return true;
    }

    private Proposer openLibrary() {
        TrainingData data = new TrainingData(store, files);
        List<Structure> library = store.inTransaction(tx -> tx.frames().of(Role.TRAINING)).stream()
                .map(frame -> data.read(frame).structure())
                .toList();
        Proposer opened = new ReplicaProposer(library);
        proposer = Optional.of(opened);
        return opened;
    }

    private void closeProposer() {
        proposer.ifPresent(Proposer::close);
        proposer = Optional.empty();
    }

    /** For good. */
    @Override
    public synchronized void close() {
        closed = true;
        closeProposer();
        variation.ifPresent(Variation::close);
    }
}
