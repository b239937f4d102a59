package org.nocturne.learning.loop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.nocturne.core.port.ModelRuntime;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.ModelTable.Began;
import org.nocturne.learning.store.ModelTable.Model;
import org.nocturne.learning.store.ModelTable.Term;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.Transaction;

/**
 * The office that versions of a campaign's model hold, as far as a person decides it. The version in office proposes, from the next
 * candidate on, and is what the next retraining has to be better than.
 */
public final class ModelRegistry {
    private static final int MOST_OF_A_REASON = 1000;

    private final CampaignPlan plan;
    private final Store store;
    private final CampaignFiles files;
    private final ModelTrial trial;

    public ModelRegistry(CampaignPlan plan, Store store, CampaignFiles files, ModelRuntime runtime) {
        this.plan = plan;
        this.store = store;
        this.files = files;
        this.trial = new ModelTrial(plan, store, runtime);
    }

    /**
     * Puts a version into office.
     *
     * @param force although the held-out replicas were against it
     * @throws IllegalArgumentException if there is no such version, it is in office, it was kept out, or it cannot propose
     */
    public Model promote(int version, String why, boolean force) {
        Model model = find(version);
        if (model.verdict().equals("kept") && !force) {
            throw new IllegalArgumentException(
                    "v" + version + " was kept out: " + model.reason() + "; wanted is --force, if it is to be so");
        }
        return install(model, Began.PERSON, why);
    }

    /**
     * Takes the latest term of office back; one after another, all of them but the first.
     *
     * @throws IllegalArgumentException if no version was in office before, or that one cannot propose any more
     */
    public Model rollback(String why) {
        Deque<Integer> standing = store.inTransaction(ModelRegistry::standing);
        standing.poll();
        Integer before = standing.peek();
        if (before == null) {
            throw new IllegalArgumentException("no version was in office before the present one");
        }
        return install(find(before), Began.ROLLBACK, why);
    }

    /** The versions of the terms that were not taken back, the present one first. */
    private static Deque<Integer> standing(Transaction tx) {
        Deque<Integer> out = new ArrayDeque<>();
        for (Term term : tx.models().terms()) {
            if (term.beganBy() == Began.ROLLBACK) {
                out.pop();
            } else {
                out.push(term.version());
            }
        }
        return out;
    }

    private Model find(int version) {
        return store.inTransaction(tx -> tx.models().find(version))
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no v" + version + "; the newest is v" + newest()));
    }

    private int newest() {
        return store.inTransaction(tx -> tx.models().nextVersion() - 1);
    }

    private Model install(Model model, Began by, String why) {
        if (why.isBlank() || why.length() > MOST_OF_A_REASON) {
            throw new IllegalArgumentException("the reason has " + why.length() + " characters; wanted are 1 to "
                    + MOST_OF_A_REASON + ", not all of them blank");
        }
        Optional<String> refusal = trial.refusal(files.resolve(model.folder()));
        if (refusal.isPresent()) {
            throw new IllegalArgumentException("v" + model.version() + " cannot take office: " + refusal.get());
        }
        store.inTransaction(tx -> {
            int present = tx.models().champion().map(Model::version).orElse(0);
            if (present == model.version()) {
                throw new IllegalArgumentException("v" + present + " is in office already");
            }
            tx.models().install(model.version(), by, why);
            Fields fields = Fields.of(plan)
                    .with("model", "v" + model.version())
                    .with("before", present == 0 ? "none" : "v" + present)
                    .said("why", why);
            tx.events().append(Event.Level.INFO, by == Began.ROLLBACK ? "rollback" : "install", fields.map());
            return null;
        });
        return model;
    }
}
