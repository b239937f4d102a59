package org.nocturne.learning.loop;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nocturne.core.port.ModelRuntime;
import org.nocturne.core.port.Proposer;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.store.Store;

/** Whether a version could propose at all: its files are whole, and its crystal is stable wherever it would be asked. */
final class ModelTrial {
    private final CampaignPlan plan;
    private final Store store;
    private final ModelRuntime runtime;

    ModelTrial(CampaignPlan plan, Store store, ModelRuntime runtime) {
        this.plan = plan;
        this.store = store;
        this.runtime = runtime;
    }

    /** Why the version of a folder cannot take office; empty where it can. */
    Optional<String> refusal(Path folder) {
        return refusal(folder, store.inTransaction(tx -> Temperatures.of(plan, tx)));
    }

    /** Why it cannot propose at these temperatures; empty where it can. */
    Optional<String> refusal(Path folder, List<Kelvin> temperatures) {
        try (Proposer proposer = runtime.proposer(folder)) {
            for (Kelvin t : temperatures) {
                proposer.propose(t, Proposals.generator(plan.seed()));
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
