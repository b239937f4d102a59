package org.nocturne.learning.loop;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.ModelTable.Model;
import org.nocturne.learning.store.QuarantineTable.Held;
import org.nocturne.learning.store.QuarantineTable.Quarantine;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.Subject;
import org.nocturne.learning.store.Transaction;

/**
 * Puts a range of temperature at which candidates of the version in office fail again and again into quarantine, and ends that when another
 * version comes into office. All of it is read from the store and kept there, so a restarted runner goes on with it.
 */
public final class Quarantines {
    private final CampaignPlan plan;
    private final Store store;

    public Quarantines(CampaignPlan plan, Store store) {
        this.plan = plan;
        this.store = store;
    }

    /** Looks whether one begins; for whoever leads, after a calculation has failed. */
    public synchronized void lookForBeginning() {
        store.inTransaction(tx -> {
            if (Temperatures.of(plan, tx).size() > 1) {
                begin(tx, inOffice(tx));
            }
            return null;
        });
    }

    /** Looks whether one ends; for whoever leads, whenever a version may have come into office. */
    public synchronized void lookForEnd() {
        store.inTransaction(tx -> {
            endThoseOfOthers(tx, inOffice(tx));
            return null;
        });
    }

    private static int inOffice(Transaction tx) {
        return tx.models().champion().map(Model::version).orElse(0);
    }

    private void endThoseOfOthers(Transaction tx, int version) {
        for (Quarantine quarantine : tx.quarantines().open()) {
            if (quarantine.modelVersion() == version) {
                continue;
            }
            List<Held> held = tx.quarantines().held(quarantine.id());
            tx.quarantines().end(quarantine.id());
            held.forEach(one -> queueAgain(tx, one));
            Fields fields = about(quarantine, "ends")
                    .with("released", held.size())
                    .said("why", "v" + version + " is in office");
            tx.events().append(Event.Level.INFO, "hold", fields.map());
        }
    }

    /** As it was to be done when it was taken out of the queue. */
    private static void queueAgain(Transaction tx, Held held) {
        Subject candidate = Subject.candidate(held.candidate());
        List<Job> jobs = tx.jobs().of(candidate);
        tx.jobs().enqueue(candidate, held.step(), jobs.get(jobs.size() - 1).corrections());
    }

    private void begin(Transaction tx, int version) {
        List<Quarantine> open = tx.quarantines().open();
        if (!open.isEmpty()) {
            open.forEach(tx.quarantines()::hold); // a retry of what was running when it began
            return;
        }
        Optional<Region> found = Region.of(tx.quarantines().attempted(version));
        if (found.isEmpty()) {
            return;
        }
        Region r = found.get();
        Quarantine quarantine = new Quarantine(
                tx.quarantines().nextId(), r.cause(), r.from(), r.to(), version, r.failed(), r.tried(), r.chance());
        tx.quarantines().insert(quarantine);
        int held = tx.quarantines().hold(quarantine);
        Fields fields = about(quarantine, "begins").with("held", held).said("why", inWords(quarantine));
        tx.events().append(Event.Level.WARN, "hold", fields.map());
    }

    private Fields about(Quarantine quarantine, String word) {
        return Fields.of(plan)
                .word(word)
                .with("T", quarantine.from() + ".." + quarantine.to())
                .with("cause", quarantine.cause())
                .with("model", "v" + quarantine.modelVersion());
    }

    private static String inWords(Quarantine quarantine) {
        return String.format(
                Locale.ROOT,
                "%d of %d candidates failed there; by chance that is so once in %.0f times",
                quarantine.failed(),
                quarantine.tried(),
                1 / quarantine.chance());
    }

    /** Of these temperatures those where work may go; all of them where none would be left. */
    static List<Kelvin> free(Transaction tx, List<Kelvin> temperatures) {
        List<Quarantine> open = tx.quarantines().open();
        List<Kelvin> free = temperatures.stream()
                .filter(t -> open.stream().noneMatch(quarantine -> quarantine.covers(t)))
                .toList();
        return free.isEmpty() ? temperatures : free;
    }
}
