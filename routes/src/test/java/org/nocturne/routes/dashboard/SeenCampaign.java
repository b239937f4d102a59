package org.nocturne.routes.dashboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.launch.ProcessIdentity;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Step;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.files.FrameCodec;
import org.nocturne.learning.loop.Grants;
import org.nocturne.learning.loop.Pausing;
import org.nocturne.learning.store.Effort;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.LedgerTable.Row;
import org.nocturne.learning.store.ModelTable.Model;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.RoundVerdict;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.StoredFile;
import org.nocturne.learning.store.Subject;
import org.nocturne.routes.config.ConfigReader;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.CampaignReport;
import org.nocturne.routes.run.Inputs;
import org.nocturne.routes.run.SmallCampaign;
import org.nocturne.routes.run.StatusReader;

/** A campaign folder whose store holds two rounds of silicon, with true files and patterns; some attempts failed, with words that mean ill. */
final class SeenCampaign implements AutoCloseable {
    static final String EVIL = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";
    static final String EVIL_FILE = "<b onmouseover=alert(1)>&.txt";
    private static final Kelvin T = Kelvin.of(300);
    private static final double INHERENT_EV = -936.7;
    private static final int PER_ROUND = 4;
    static final int CANDIDATES = 2 * PER_ROUND + 2;

    final CampaignFolder folder;
    final Inputs inputs;
    final Store store;
    private final CampaignFiles files;
    private final Random random = new Random(5);

    SeenCampaign(Path dir) throws IOException {
        ConfigReader.Read read = ConfigReader.read(SmallCampaign.writeBuiltin(dir), false);
        folder = new CampaignFolder(dir.resolve("runs/small"));
        folder.create(read, Optional.empty(), Optional.empty());
        inputs = Inputs.open(folder.configuration());
        files = new CampaignFiles(folder.dir());
        store = Store.openInside(folder.dir(), Clock.systemUTC());
        begin();
    }

    private void begin() {
        StoredFile start = write("basins/b0001.extxyz", inputs.start(), INHERENT_EV);
        store.inTransaction(tx -> {
            tx.campaign().insert("small", "name: small", "c".repeat(64), files.id(), tx.now());
            tx.subjects().insertBasin(start);
            tx.jobs().enqueue(Subject.basin(1), Step.MINIMISE);
            return null;
        });
        new Grants(inputs.plan(), store).once();
        finish(Step.MINIMISE, null, null);
        SpringModel.train(inputs.start(), "models/v0001", files);
        store.inTransaction(tx -> {
            tx.subjects()
                    .basinRelaxed(1, start, INHERENT_EV, 1e-5, inputs.code().method());
            tx.models().insert(model(1, 0.0512, null, "promoted", "the first version"));
            return null;
        });
    }

    /** Two rounds, and what was learned in between. */
    SeenCampaign fill() throws IOException {
        int id = 0;
        for (int round = 1; round <= 2; round++) {
            for (int k = 0; k < PER_ROUND; k++) {
                labelled(++id, round);
            }
            assess(round);
        }
        failed(++id, Cause.NOT_FINITE, EVIL);
        failed(++id, Cause.TIMED_OUT, "ran for longer than 10 min");
        store.inTransaction(tx -> {
            tx.models().insert(model(2, 0.0533, 0.0512, "kept", "0.0533 against 0.0512 of the version in office"));
            return null;
        });
        return this;
    }

    void labelled(int id, int round) {
        Structure frame = moved();
        Subject subject = Subject.candidate(id);
        StoredFile proposal = write("candidates/" + subject.name() + "-proposal.extxyz", moved(), energy());
        propose(id, round, proposal);
        finish(Step.RELAX, null, null);
        StoredFile thermal = write("candidates/" + subject.name() + "-thermal.extxyz", frame, energy());
        store.inTransaction(tx -> {
            tx.candidates()
                    .relaxed(
                            id,
                            energy(),
                            write("candidates/" + subject.name() + "-inherent.extxyz", inputs.start(), INHERENT_EV),
                            INHERENT_EV);
            tx.frames().insert(subject, 0, Role.CANDIDATE, T, thermal);
            tx.jobs().enqueue(subject, Step.LABEL);
            return null;
        });
        Job job = finish(Step.LABEL, null, null);
        store.inTransaction(tx -> {
            long at = tx.frames().idOf(subject, 0);
            tx.frames().label(at, inputs.code().method(), job.id(), energy(), 1.1);
            tx.patterns().insert(at, inputs.observable().intensity(frame));
            tx.events().append(Event.Level.INFO, "label", Map.of("cand", subject.name(), "ok", ""));
            return null;
        });
    }

    void propose(int id, int round, StoredFile file) {
        store.inTransaction(tx -> {
            tx.candidates().insert(id, round, T, 1, Long.MAX_VALUE - id, file);
            tx.jobs().enqueue(Subject.candidate(id), Step.RELAX);
            tx.events()
                    .append(
                            Event.Level.INFO,
                            "propose",
                            Map.of("cand", Subject.candidate(id).name()));
            return null;
        });
    }

    private void failed(int id, Cause cause, String detail) throws IOException {
        propose(id, 2, write("candidates/" + Subject.candidate(id).name() + "-proposal.extxyz", moved(), energy()));
        Job job = finish(Step.RELAX, cause, detail);
        Path work = Files.createDirectories(folder.dir().resolve(job.claimedWorkDir()));
        Files.writeString(work.resolve(".command.err"), "ERROR: " + detail + "\n");
        Files.writeString(work.resolve(EVIL_FILE), "harmless\n");
        Files.createSymbolicLink(work.resolve("secret"), folder.dir().resolve("campaign.yaml"));
        store.inTransaction(tx -> {
            tx.events().append(Event.Level.WARN, "relax", Map.of("failed", "", "why", '"' + detail + '"'));
            return null;
        });
    }

    private void assess(int round) {
        store.inTransaction(tx -> {
            int at = tx.ledger().insert(round, PER_ROUND * round, 0.06 / round, 1.0 + 0.5 / round, null);
            for (String stage : List.of("proposal", "thermal")) {
                tx.ledger().insert(at, row(stage, "mean-energy", 2.9 / round, 0.2, -1, 1, "fail"));
                tx.ledger().insert(at, row(stage, "rho-U", 1.05, 0.18, 0.8, 1.25, "undecided"));
                tx.ledger().insert(at, row(stage, "rho-u", 0.981, 0.004, 0.95, 1.05, "pass"));
            }
            tx.verdicts()
                    .insert(
                            at,
                            new RoundVerdict(
                                    round,
                                    "improving",
                                    "change",
                                    "thermal mean-energy at 300K",
                                    -4.2,
                                    0.001,
                                    0.05,
                                    6,
                                    "the mean energy has come closer",
                                    "candidates",
                                    null,
                                    6,
                                    "the next round",
                                    tx.now()));
            return null;
        });
    }

    private static Row row(
            String stage, String quantity, double x, double se, double low, double high, String verdict) {
        return new Row(
                stage,
                quantity,
                "",
                T,
                x,
                se,
                x - 1.645 * se,
                x + 1.645 * se,
                low,
                high,
                54,
                verdict.equals("undecided") ? 431 : 0,
                verdict,
                "MD at 300K");
    }

    private Job finish(Step step, @Nullable Cause cause, @Nullable String detail) {
        Job job = store.inTransaction(tx -> tx.jobs().claim(step, 1, null)).get(0);
        store.inTransaction(tx -> tx.jobs()
                .end(
                        job,
                        cause == null ? Job.State.DONE : Job.State.FAILED,
                        cause,
                        detail,
                        inputs.code().method(),
                        new Effort(Duration.ofSeconds(4), 1)));
        return job;
    }

    private static Model model(int version, double error, @Nullable Double incumbent, String verdict, String reason) {
        return new Model(
                version,
                "models/v000" + version,
                "d".repeat(64),
                "e".repeat(64),
                40 * version,
                "labels",
                error,
                incumbent,
                verdict,
                reason,
                java.time.Instant.EPOCH);
    }

    private double energy() {
        return INHERENT_EV + inputs.start().size() * (39 + random.nextGaussian()) / 1000;
    }

    private Structure moved() {
        double[] xyz = inputs.start().xyzAngstrom();
        for (int k = 0; k < xyz.length; k++) {
            xyz[k] += 0.08 * random.nextGaussian();
        }
        return new Structure(inputs.start().cell(), inputs.start().species(), xyz);
    }

    private StoredFile write(String name, Structure structure, double energyEv) {
        Frame frame = new Frame(structure, T, new Label(energyEv, new double[3 * structure.size()], new double[0]));
        return files.writeFrames(
                name, List.of(FrameCodec.encode(frame, inputs.code().method())));
    }

    /** Has this process sign in as the runner that leads. */
    void isLed() {
        store.inTransaction(tx -> {
            ProcessIdentity self = ProcessIdentity.ofThisJvm();
            tx.runners().insert("this one", self.host(), self.pid(), self.startTime(), 2);
            return tx.runners().lead("this one", null);
        });
    }

    Seen seen() {
        return Seen.of(
                folder.dir(),
                store,
                CampaignReport.facts(folder, inputs),
                () -> StatusReader.of(folder, inputs.config(), store),
                true);
    }

    /** Serves it; nobody runs it, so a stop finds no runner. */
    DashboardServer serve() throws Exception {
        return serve(DashboardAddress.here(0));
    }

    DashboardServer serve(DashboardAddress address) throws Exception {
        DashboardServer server = new DashboardServer(
                seen(),
                Orders.of(folder, new Grants(inputs.plan(), store), new Pausing(inputs.plan(), store)),
                address);
        server.start();
        return server;
    }

    String token() {
        return Token.of(folder.dir()).orElseThrow();
    }

    @Override
    public void close() {
        store.close();
    }
}
