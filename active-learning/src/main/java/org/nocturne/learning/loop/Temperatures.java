package org.nocturne.learning.loop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nocturne.core.port.ModelRuntime;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.reference.ReferenceFolder;
import org.nocturne.learning.reference.ReferenceManifest;
import org.nocturne.learning.reference.SameInherent;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.ModelTable.Model;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.SubjectTable.Replica;
import org.nocturne.learning.store.Transaction;

/**
 * At which temperatures a campaign proposes and judges: those of its file, and those that a person has added since. One that is added gets the replicas that
 * those of the file began with; once they are in, its candidates are proposed.
 */
public final class Temperatures {
    private final CampaignPlan plan;
    private final Store store;
    private final CampaignFiles files;
    private final ModelTrial trial;
    private final Optional<Path> frozen;

    /**
     * Of one campaign.
     *
     * @param runtime by which the version in office is tried at a temperature before it is asked there
     * @param frozen folder of the reference to judge by; empty where the campaign's own reference replicas judge
     */
    public Temperatures(
            CampaignPlan plan, Store store, CampaignFiles files, ModelRuntime runtime, Optional<Path> frozen) {
        this.trial = new ModelTrial(plan, store, runtime);
        this.plan = plan;
        this.store = store;
        this.files = files;
        this.frozen = frozen;
    }

    public List<Kelvin> all() {
        return store.inTransaction(tx -> of(plan, tx));
    }

    static List<Kelvin> of(CampaignPlan plan, Transaction tx) {
        List<Kelvin> all = new ArrayList<>(plan.proposals().temperatures());
        all.addAll(tx.temperatures().added());
        return all;
    }

    /** Those where candidates can be made: not one that was added, before the MD that it came with is in. */
    static List<Kelvin> ready(CampaignPlan plan, Transaction tx) {
        List<Kelvin> added = tx.temperatures().added();
        if (added.isEmpty()) {
            return plan.proposals().temperatures();
        }
        List<Kelvin> waiting = tx.subjects().replicas().stream()
                .filter(r -> Replicas.wasAdded(r) && r.role() != Role.REFERENCE && Replicas.isOpen(tx, r))
                .map(Replica::temperature)
                .toList();
        return of(plan, tx).stream().filter(t -> !waiting.contains(t)).toList();
    }

    /**
     * Adds them, all or none, and queues their replicas.
     *
     * @throws IllegalArgumentException if the campaign cannot have one of them, with what was found and what is wanted
     */
    public void add(List<Kelvin> temperatures) {
        if (temperatures.isEmpty()) {
            return;
        }
        frozen.ifPresent(dir -> temperatures.forEach(t -> requireMd(dir, t)));
        store.inTransaction(tx -> tx.models().champion()).ifPresent(office -> requireStable(office, temperatures));
        store.inTransaction(tx -> {
            temperatures.forEach(t -> add(tx, t));
            return null;
        });
    }

    private void add(Transaction tx, Kelvin t) {
        require(tx, t);
        tx.temperatures().add(t);
        String why = Replicas.added("with " + t);
        int replicas = 0;
        if (!plan.replicas().temperatures().contains(t)) {
            replicas +=
                    Replicas.queue(plan, tx, Role.HELD_OUT, t, plan.replicas().heldOut(), why + ", to judge models by");
            replicas += Replicas.queue(
                    plan, tx, Role.TRAINING, t, plan.replicas().perTemperature(), why + ", to learn from");
        }
        replicas += Replicas.queue(
                plan, tx, Role.REFERENCE, t, plan.replicas().reference(), why + ", to judge the ensemble by");
        Fields fields = Fields.of(plan)
                .with("by", "person")
                .temperature(t)
                .with("replicas", replicas)
                .with("candidates-left", left(tx));
        tx.events().append(Event.Level.INFO, "temperature", fields.map());
    }

    private void require(Transaction tx, Kelvin t) {
        if (tx.campaign().find().isEmpty()) {
            throw new IllegalArgumentException(
                    "the campaign of this folder has not begun yet; its file says its temperatures");
        }
        plan.proposals().whyNoOther().ifPresent(why -> {
            throw new IllegalArgumentException(t + " cannot be added: " + why);
        });
        if (!(t.value() > 0)) {
            throw new IllegalArgumentException("temperature is " + t + "; wanted is one above 0 K");
        }
        List<Kelvin> all = of(plan, tx);
        if (all.contains(t)) {
            throw new IllegalArgumentException(
                    t + " is there already: candidates are proposed at " + all + "; wanted is another");
        }
        if (left(tx) <= 0) {
            throw new IllegalArgumentException(t + " cannot be added: all "
                    + plan.proposals().count() + " candidates are proposed; wanted is a campaign with some left");
        }
    }

    private int left(Transaction tx) {
        return plan.proposals().count() - tx.candidates().count();
    }

    /** As of every version that comes into office later: a proposer that throws there would hold up all the others. */
    private void requireStable(Model office, List<Kelvin> temperatures) {
        trial.refusal(files.resolve(office.folder()), temperatures).ifPresent(why -> {
            throw new IllegalArgumentException(temperatures + " cannot be added: v" + office.version()
                    + ", which is in office, cannot propose there: " + why);
        });
    }

    private void requireMd(Path dir, Kelvin t) {
        ReferenceFolder folder = new ReferenceFolder(dir);
        ReferenceManifest manifest = folder.complete();
        List<Double> there = manifest.plan().temperaturesK();
        if (!there.contains(t.value())) {
            throw new IllegalArgumentException(t + " cannot be added: the reference " + dir.getFileName()
                    + ", which judges this campaign, has MD at " + there + " K; wanted is one of these");
        }
        Basin.of(store, files)
                .ifPresent(basin -> SameInherent.require(
                        basin.inherent().structure(),
                        folder.inherent(manifest, t.value()).structure()));
    }
}
