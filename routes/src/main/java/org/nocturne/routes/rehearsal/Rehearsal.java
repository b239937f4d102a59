package org.nocturne.routes.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.nocturne.learning.forecast.Forecast;
import org.nocturne.learning.store.CampaignTable;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.StoreException;
import org.nocturne.routes.config.ConfigReader;
import org.nocturne.routes.notify.VoiceTrial;
import org.nocturne.routes.run.Beside;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.CampaignRunner.Ending;
import org.nocturne.routes.run.CampaignVerification;
import org.nocturne.routes.run.Inputs;

/**
 * A campaign in about a minute, if its code is fast: everything that would otherwise be found at night. One calculation is killed on the
 * way. What it finds is told as it comes.
 */
public final class Rehearsal {
    private final ConfigReader.Read whole;
    private final Inputs inputs;
    private final CampaignFolder folder;
    private final Consumer<Finding> told;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * A rehearsal of a campaign whose file has been checked.
     *
     * @param folder where it runs
     */
    public Rehearsal(ConfigReader.Read whole, Inputs inputs, CampaignFolder folder, Consumer<Finding> told) {
        this.whole = whole;
        this.inputs = inputs;
        this.folder = folder;
        this.told = told;
    }

    /** Runs the small form of the campaign in the folder that has been made. */
    @FunctionalInterface
    public interface Run {
        Ending to(CampaignFolder folder, Beside.Opening beside) throws Exception;
    }

    /** Makes the folder of a campaign as {@code run} does. */
    @FunctionalInterface
    public interface Making {
        void make(ConfigReader.Read read, CampaignFolder folder) throws IOException;
    }

    /**
     * All of it.
     *
     * @param file of the campaign
     * @return what the whole campaign will take; empty if the small one came to no end
     */
    public Optional<Forecast> run(Path file, boolean quick, Making making, Run run) throws Exception {
        tryNotices();
        tryStore();
        if (!hasRoomToBegin()) {
            return Optional.empty();
        }
        making.make(ConfigReader.read(file, quick, root -> SmallForm.apply(root, whole.config())), folder);
        Interruption[] interruption = new Interruption[1];
        Ending ending = run.to(folder, (store, status) -> interruption[0] = new Interruption(store));
        Optional<Interruption> killed = Optional.ofNullable(interruption[0]);
        lookAtEnd(ending, killed);
        if (ending != Ending.FINISHED) {
            return Optional.empty();
        }
        lookAtSteps();
        lookAtInterruption(killed);
        lookWhetherItHoldsTogether();
        Forecast forecast = Forecasts.of(inputs, folder);
        lookAtDisk(forecast);
        return Optional.of(forecast);
    }

    private void tryNotices() {
        VoiceTrial.of(whole)
                .forEach((way, why) -> tell(why.map(w -> Finding.bad(way, "a notice did not arrive: " + w))
                        .orElseGet(() -> Finding.good(way, "a notice was sent"))));
    }

    /** The small form has a store of its own, so that of the night is only opened. */
    private void tryStore() {
        String url = whole.config().store().url();
        if (url == null) {
            return;
        }
        CampaignFolder beside = new CampaignFolder(whole.resolve("."));
        try (Store store = beside.openStore(whole.config())) {
            Optional<CampaignTable.Campaign> there =
                    store.inTransaction(tx -> tx.campaign().find());
            tell(there.map(c -> Finding.bad("store", url + " holds the campaign " + c.name() + " already"))
                    .orElseGet(() -> Finding.good("store", url + " can be opened and is empty")));
        } catch (StoreException e) {
            tell(Finding.bad("store", String.valueOf(e.getMessage())));
        }
    }

    /** A campaign with less than it is to keep free would wait for room, and so would this one. */
    private boolean hasRoomToBegin() throws IOException {
        long wanted = inputs.plan().budget().keepFreeMb();
        Path there = folder.dir().toAbsolutePath();
        while (!Files.exists(there)) {
            there = Objects.requireNonNull(there.getParent(), "the root is there");
        }
        long free = Files.getFileStore(there).getUsableSpace() >> 20;
        if (free < wanted) {
            tell(Finding.bad(
                    "disk",
                    free + " MiB are free, and budget.keep-free-mb wants " + wanted + ": nothing would be begun"));
        }
        return free >= wanted;
    }

    private void lookAtEnd(Ending ending, Optional<Interruption> interruption) {
        try (Store store = openStore()) {
            CampaignTable.Campaign campaign =
                    store.inTransaction(tx -> tx.campaign().find().orElseThrow());
            String verdict = campaign.verdict() == null ? campaign.state() : campaign.verdict();
            tell(
                    ending == Ending.FINISHED
                            ? Finding.good("campaign", "the small form has come to its end: " + verdict)
                            : Finding.bad("campaign", "the small form " + campaign.state() + ": " + verdict));
            List<Job> failed = store.inTransaction(tx -> tx.jobs().failed()).stream()
                    .filter(job -> !interruption.map(i -> i.wasOf(job)).orElse(false))
                    .toList();
            if (!failed.isEmpty()) {
                Job last = failed.get(failed.size() - 1);
                tell(Finding.open(
                        "failures",
                        failed.size() + " attempts failed; last: "
                                + last.subject().name() + " " + last.step().word() + " " + last.cause() + ", "
                                + last.detail()));
            }
        }
    }

    private void lookAtSteps() {
        Set<String> wanted =
                new LinkedHashSet<>(List.of("minimise", "replica", "propose", "relax", "label", "score", "assess"));
        if (!whole.config().structure().isDisordered()) {
            wanted.addAll(List.of("retrain", "promote"));
        }
        if (whole.config().audit() != null) {
            wanted.add("audit");
        }
        try (Store store = openStore()) {
            store.inTransaction(tx -> tx.events().after(0, Integer.MAX_VALUE)).stream()
                    .filter(event -> event.level() == Event.Level.INFO)
                    .forEach(event -> wanted.remove(event.step()));
        }
        tell(
                wanted.isEmpty()
                        ? Finding.good("steps", "every step of the loop was done with your code")
                        : Finding.bad("steps", "never done: " + String.join(", ", wanted)));
    }

    private void lookAtInterruption(Optional<Interruption> interruption) {
        if (interruption.filter(Interruption::happened).isEmpty()) {
            tell(Finding.open("kill -9", "no calculation on this machine was met in time to be killed"));
        } else if (interruption.get().wasSurvived()) {
            tell(Finding.good("kill -9", "one calculation was killed, told so, and done by another attempt"));
        } else {
            tell(Finding.bad("kill -9", "one calculation was killed, and its step was not done by another attempt"));
        }
    }

    private void lookWhetherItHoldsTogether() throws IOException {
        tell(
                CampaignVerification.of(folder).isSound()
                        ? Finding.good("verify", "store, files and log hold together")
                        : Finding.bad("verify", "see nocturne verify " + folder.dir()));
    }

    private void lookAtDisk(Forecast forecast) throws IOException {
        long free = Files.getFileStore(folder.dir()).getUsableSpace();
        String sizes = String.format(
                java.util.Locale.ROOT,
                "the campaign will leave %.2f GiB, %.2f GiB are free",
                forecast.bytes() / (1 << 30),
                (double) free / (1 << 30));
        tell(forecast.bytes() < free ? Finding.good("disk", sizes) : Finding.bad("disk", sizes));
    }

    private Store openStore() {
        return folder.openStore(folder.configuration().config());
    }

    private void tell(Finding finding) {
        findings.add(finding);
        told.accept(finding);
    }

    public boolean isGood() {
        return findings.stream().noneMatch(finding -> finding.verdict() == Finding.Verdict.BAD);
    }
}
