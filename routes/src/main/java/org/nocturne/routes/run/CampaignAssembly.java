package org.nocturne.routes.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.adapters.launch.LocalProcesses;
import org.nocturne.core.crash.CrashPoint;
import org.nocturne.core.format.Sha256;
import org.nocturne.core.port.Proposer;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.generator.neural.ExecutionDevice;
import org.nocturne.generator.neural.OnnxRuntime;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.loop.Bootstrap;
import org.nocturne.learning.loop.Budget;
import org.nocturne.learning.loop.CampaignPlan;
import org.nocturne.learning.loop.Extension;
import org.nocturne.learning.loop.Grants;
import org.nocturne.learning.loop.Progress;
import org.nocturne.learning.loop.Tasks;
import org.nocturne.learning.store.CampaignTable;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.train.NetworkTrainer;
import org.nocturne.learning.train.TrainerJvm;
import org.nocturne.routes.config.AuditConfig;
import org.nocturne.routes.config.CampaignConfig;
import org.nocturne.routes.config.ConfigException;
import org.nocturne.routes.config.CorrectionConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a campaign together. This is the one place where its parts are chosen. */
final class CampaignAssembly {
    private static final Logger LOGGER = LoggerFactory.getLogger(CampaignAssembly.class);
    private static final String FORCES = "forces";
    private static final String HESSIAN = "hessian";

    private final CampaignFolder folder;
    private final Inputs inputs;
    private final CampaignConfig config;
    private final CampaignFiles files;
    private final Extension more;
    private final Optional<Clock> handed;

    /**
     * Of one folder.
     *
     * @param more what a person grants the campaign, beside what it has
     * @param handed clock to go by in the place of the machine's
     */
    CampaignAssembly(CampaignFolder folder, Inputs inputs, Extension more, Optional<Clock> handed) {
        this.handed = handed;
        this.more = more;
        this.folder = folder;
        this.inputs = inputs;
        this.config = inputs.config();
        this.files = new CampaignFiles(folder.dir());
    }

    /**
     * Opens the store, begins the campaign where it is empty, and signs in.
     *
     * @param echo is told each event as it is logged
     * @throws ConfigException if the store is that of another campaign or folder
     */
    Campaign open(boolean jsonLog, Consumer<Event> echo) {
        Clock clock = handed.orElse(Clock.systemUTC());
        Workplaces places = workplaces();
        Mended mended = config.store().url() == null ? new StoreRescue(folder, clock).mend() : Mended.NOTHING;
        Store store = folder.openOrMakeStore(config, clock);
        CrashPoint.STORE_MADE.reached();
        Path dir = folder.dir().toAbsolutePath();
        try {
            new Reconciliation(folder.log(), new UnknownWork(dir, places), clock).of(store, mended);
            begin(store);
            Grants grants = new Grants(inputs.plan(), store);
            grants.once();
            grants.more(more);
            store.sync();
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
        CrashPoint.CAMPAIGN_BEGUN.reached();
        CampaignPlan plan = inputs.plan();
        CampaignMeter meter = new CampaignMeter(dir, Clock.systemUTC());
        Presence presence = Presence.signIn(store, new Orphans(store, dir, places), config.slots());
        CrashPoint.SIGNED_IN.reached();
        JobRunner jobs = new JobRunner(
                store,
                presence.id(),
                dir,
                new Tasks(plan, store, files),
                new Progress(plan, store),
                places,
                new Budget(plan.budget(), store, meter),
                meter);
        OnnxRuntime models = new OnnxRuntime(device());
        return new Campaign(new Wiring(
                plan,
                store,
                files,
                models,
                proposers(models),
                DenoiserInput.open(dir, Optional.ofNullable(config.candidates().variants())),
                new NetworkTrainer(new LocalProcesses(new LocalLauncher()), TrainerJvm.ofThisOne()),
                new CodeHessian(inputs.code(), dir.resolve(HESSIAN), (done, total) -> {}),
                jobs,
                inputs.observable(),
                inputs.comparison(),
                presence,
                meter,
                new WorkTidying(store, files, config.work().policy()),
                () -> new RouteLog(folder.log(), store, jsonLog, echo),
                folder.frozenReference(config),
                config.store().backupEvery(),
                handed));
    }

    private Workplaces workplaces() {
        Workplace own = new Workplace(
                inputs.code(),
                Launchers.of(config.launcher(), config.code()),
                config.code().timeLimit(),
                inputs.plan().retries(),
                config.slots(),
                config.code().stalledAfter(config.launcher()));
        Optional<AuditConfig> audit = Optional.ofNullable(config.audit());
        return new Workplaces(
                own,
                inputs.audit()
                        .flatMap(second -> audit.map(a -> new Workplace(
                                second.code(),
                                Launchers.of(a.launcherOr(config.launcher()), a.code()),
                                a.code().timeLimit(),
                                second.plan().retries(),
                                a.slots(),
                                a.code().stalledAfter(a.launcherOr(config.launcher()))))));
    }

    private void begin(Store store) {
        String text = folder.configuration().effectiveYaml();
        String hash = Sha256.of(text);
        Optional<CampaignTable.Campaign> begun =
                store.inTransaction(tx -> tx.campaign().find());
        if (begun.isEmpty()) {
            new Bootstrap(inputs.plan(), store, files)
                    .begin(
                            inputs.start(),
                            text,
                            hash,
                            Optional.ofNullable(config.structure().phaseBecause())
                                    .or(() -> method(inputs.plan())),
                            Optional.ofNullable(config.structure().cellBecause()));
            return;
        }
        if (!begun.get().sha256().equals(hash)) {
            throw new ConfigException(
                    folder.dir().resolve(CampaignFolder.CONFIGURATION),
                    "is not the configuration that this store was begun with; a changed campaign needs a folder, and a"
                            + " database, of its own");
        }
        String owner = begun.get().folderId();
        if (owner != null && !owner.equals(files.id())) {
            throw new ConfigException(
                    folder.dir(),
                    "is not the folder that this store was begun in: its files are elsewhere; a campaign of its own needs a"
                            + " database of its own, and a runner that is to help wants the folder itself, over a shared file system");
        }
    }

    private static ExecutionDevice device() {
        ExecutionDevice device = ExecutionDevice.best(1);
        if (!device.fallback().isEmpty()) {
            LOGGER.warn("models run on the {}: {}", device.describe(), device.fallback());
        }
        return device;
    }

    private Function<Path, Proposer> proposers(OnnxRuntime models) {
        boolean byCode = config.correction().forces().equals(CorrectionConfig.CODE);
        return Corrections.of(config.correction())
                .<Function<Path, Proposer>>map(correction -> byCode
                        ? CorrectedProposers.byCode(
                                models,
                                correction,
                                (inherent, t) -> CodeForces.open(inputs.code(), inherent, forces(t)))
                        : CorrectedProposers.byNetwork(models, correction))
                .orElse(models::proposer);
    }

    /** Where the program lives that answers for the forces at a temperature. */
    private Path forces(Kelvin temperature) {
        return folder.dir().resolve(FORCES + "-" + temperature).toAbsolutePath();
    }

    /** How a glass is proposed and why so; other phases go without saying. */
    private static Optional<String> method(CampaignPlan plan) {
        String why = " K/ps are proposed, since there is no one structure to expand around; ";
        return plan.replicas()
                .coolingKelvinPerPicosecond()
                .filter(rate -> plan.phase() == CampaignPlan.Phase.GLASS)
                .map(rate -> plan.proposals()
                        .variants()
                        .map(variants -> "glass: variants of what independent quenches fall to at " + rate + why
                                + variants.inWords() + "; nothing is refined")
                        .orElse("glass: frames of independent quenches at " + rate + why
                                + "nothing is learned or refined"));
    }
}
