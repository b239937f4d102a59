package org.nocturne.learning.loop;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Step;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.StoredFile;
import org.nocturne.learning.store.Subject;

/** The first entries of a campaign: its start structure, to be minimised, and the replicas that teach and judge. */
public final class Bootstrap {
    private final CampaignPlan plan;
    private final Store store;
    private final CampaignFiles files;
    private final Grants grants;

    public Bootstrap(CampaignPlan plan, Store store, CampaignFiles files) {
        this.plan = plan;
        this.store = store;
        this.files = files;
        this.grants = new Grants(plan, store);
    }

    /** {@link #begin(Structure, String, String, Optional, Optional)} of a campaign whose phase and cell were given. */
    public void begin(Structure start, String configuration, String sha256) {
        begin(start, configuration, sha256, Optional.empty(), Optional.empty());
    }

    /**
     * Writes the campaign into an empty store; all of it or nothing.
     *
     * @param phaseBecause why the phase is what it is, where the campaign has found it out; told in an event of its own
     * @param cellBecause the same of the cell
     */
    public void begin(
            Structure start,
            String configuration,
            String sha256,
            Optional<String> phaseBecause,
            Optional<String> cellBecause) {
        StoredFile file = files.writeFrames("structures/start.extxyz", List.of(new XyzFrame(start)));
        store.inTransaction(tx -> {
            tx.campaign().insert(plan.name(), configuration, sha256, files.id(), tx.now());
            int basin = tx.subjects().insertBasin(file);
            tx.jobs().enqueue(Subject.basin(basin), Step.MINIMISE);
            int replicas = 0;
            for (Kelvin t : plan.replicas().temperatures()) {
                replicas += Replicas.queue(
                        plan, tx, Role.HELD_OUT, t, plan.replicas().heldOut(), "to judge models by");
            }
            for (Kelvin t : plan.replicas().temperatures()) {
                replicas += Replicas.queue(
                        plan, tx, Role.TRAINING, t, plan.replicas().perTemperature(), "to learn from");
            }
            for (Kelvin t : plan.proposals().temperatures()) {
                replicas += Replicas.queue(
                        plan, tx, Role.REFERENCE, t, plan.replicas().reference(), "to judge the ensemble by");
            }
            Map<String, String> fields = Fields.of(plan)
                    .word("begin")
                    .with("atoms", start.size())
                    .temperature(plan.temperature())
                    .with("candidates", plan.proposals().count())
                    .with("replicas", replicas)
                    .map();
            tx.events().append(Event.Level.INFO, "run", fields);
            phaseBecause.ifPresent(why -> tx.events()
                    .append(
                            Event.Level.INFO,
                            "phase",
                            Fields.of(plan)
                                    .word(plan.phase().name().toLowerCase(Locale.ROOT))
                                    .said("why", why)
                                    .map()));
            cellBecause.ifPresent(why -> tx.events()
                    .append(
                            Event.Level.INFO,
                            "cell",
                            Fields.of(plan)
                                    .number(
                                            "edge",
                                            "%.5fA",
                                            Math.cbrt(start.cell().volume()))
                                    .said("why", why)
                                    .map()));
            grants.first(tx);
            return replicas;
        });
    }
}
