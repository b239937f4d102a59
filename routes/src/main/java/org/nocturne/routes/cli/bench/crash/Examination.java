package org.nocturne.routes.cli.bench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.nocturne.adapters.launch.Subprocess;
import org.nocturne.learning.store.FrameTable.LabelledFrame;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.CampaignVerification;

/**
 * What a dead runner has left, read from a copy of the store, so that the next runner finds the store as it was left and nobody has
 * mended it meanwhile.
 *
 * @param labels energy by frame and method
 * @param states of the candidates
 * @param events committed so far
 */
public record Examination(
        CampaignVerification verification,
        Map<String, Double> labels,
        Map<String, Integer> states,
        List<Job> jobs,
        String state) {
    private static final String STORE_FILE = "store.mv.db";

    /** Empty where there is no campaign in a store yet. */
    public static Optional<Examination> of(CampaignFolder folder, Path copies) throws IOException {
        Path file = folder.dir().resolve(STORE_FILE);
        if (!folder.exists() || !Files.exists(file)) {
            return Optional.empty();
        }
        Files.createDirectories(copies);
        Files.copy(file, copies.resolve(STORE_FILE), StandardCopyOption.REPLACE_EXISTING);
        try (Store store = Store.open(Store.urlInside(copies), "sa", "", Clock.systemUTC())) {
            if (store.inTransaction(tx -> tx.campaign().find()).isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Examination(
                    CampaignVerification.of(folder, store),
                    labels(store),
                    states(store),
                    store.inTransaction(tx -> tx.jobs().all()),
                    store.inTransaction(tx -> tx.campaign().find().orElseThrow().state())));
        }
    }

    /** Counted one by one, and not as the loop counts them. */
    private static Map<String, Integer> states(Store store) {
        Map<String, Integer> states = new TreeMap<>();
        store.inTransaction(tx -> tx.candidates().states())
                .values()
                .forEach(state -> states.merge(state, 1, Integer::sum));
        return states;
    }

    private static Map<String, Double> labels(Store store) {
        Map<String, Double> labels = new HashMap<>();
        for (Role role : Role.values()) {
            for (LabelledFrame frame : store.inTransaction(tx -> tx.frames().of(role))) {
                labels.put(
                        frame.subject().name() + " frame " + frame.ordinal() + " by " + frame.methodId(),
                        frame.energyEv());
            }
        }
        return labels;
    }

    /** Tokens whose processes live. */
    public Set<String> alive() {
        Set<String> alive = new HashSet<>();
        for (Job job : jobs) {
            if (job.state() == Job.State.RUNNING && Subprocess.lives(job.claimedToken())) {
                alive.add(job.claimedToken());
            }
        }
        return alive;
    }
}
