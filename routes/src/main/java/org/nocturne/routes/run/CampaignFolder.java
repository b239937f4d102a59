package org.nocturne.routes.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.nocturne.adapters.FailureKnowledge;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.adapters.launch.LocalProcesses;
import org.nocturne.adapters.script.Codes;
import org.nocturne.core.format.Sha256;
import org.nocturne.core.port.Proposer;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.generator.neural.ExecutionDevice;
import org.nocturne.generator.neural.OnnxRuntime;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.loop.Bootstrap;
import org.nocturne.learning.loop.CampaignPlan;
import org.nocturne.learning.loop.Progress;
import org.nocturne.learning.loop.Tasks;
import org.nocturne.learning.reference.ReferenceFolder;
import org.nocturne.learning.store.CampaignTable;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.train.NetworkTrainer;
import org.nocturne.learning.train.TrainerJvm;
import org.nocturne.routes.config.CampaignConfig;
import org.nocturne.routes.config.ConfigException;
import org.nocturne.routes.config.ConfigReader;
import org.nocturne.routes.config.CorrectionConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of a campaign: its effective configuration with copies of its inputs, its store, its log, its files. It holds all that a
 * resume needs. This is the one place where the parts are chosen and put together.
 */
public record CampaignFolder(Path dir) {
    private static final Logger LOGGER = LoggerFactory.getLogger(CampaignFolder.class);

    public static final String CONFIGURATION = "campaign.yaml";
    public static final String LOG = "route.log";
    public static final String REPORT = "report.html";
    private static final String FORCES = "forces";
    private static final String HESSIAN = "hessian";
    private static final String INPUTS = "inputs";

    /** Where a campaign of this name runs unless told otherwise. */
    public static CampaignFolder under(Path parent, CampaignConfig config) {
        return new CampaignFolder(parent.resolve("runs").resolve(config.name()));
    }

    public boolean exists() {
        return Files.exists(dir.resolve(CONFIGURATION));
    }

    public Path log() {
        return dir.resolve(LOG);
    }

    public Path report() {
        return dir.resolve(REPORT);
    }

    /** The configuration that the campaign was begun with. */
    public ConfigReader.Read configuration() {
        if (!exists()) {
            throw new ConfigException(dir, "is no campaign folder; it has no " + CONFIGURATION);
        }
        return ConfigReader.read(dir.resolve(CONFIGURATION), false);
    }

    /** Writes the effective configuration and copies of what it names. The configuration comes last: it makes the folder a campaign.
     *
     * @param decided the phase, where the file leaves it open
     * @param cell where the file asks for one at a pressure
     */
    public void create(ConfigReader.Read read, Optional<DecidedPhase> decided, Optional<FoundCell> cell) {
        try {
            Files.createDirectories(dir.resolve(INPUTS));
            YAMLMapper yaml = new YAMLMapper();
            ObjectNode root = (ObjectNode) yaml.readTree(read.effectiveYaml());
            ((ObjectNode) root.get("target"))
                    .put("file", copy(read, read.config().target().file()));
            ((ObjectNode) root.get("structure"))
                    .put("file", copy(read, read.config().structure().file()));
            if (root.get("reference") instanceof ObjectNode reference && reference.hasNonNull("from")) {
                Path from = read.resolve(reference.get("from").asText());
                String to = INPUTS + "/reference/" + from.getFileName();
                ReferenceFolder frozen = new ReferenceFolder(from);
                frozen.copyTo(dir.resolve(to), frozen.complete());
                reference.put("from", to);
            }
            decided.ifPresent(d ->
                    ((ObjectNode) root.get("structure")).put("phase", d.word()).put("phase-because", d.why()));
            cell.ifPresent(c -> ((ObjectNode) root.get("structure"))
                    .put("edge-factor", c.edgeFactor())
                    .put("cell-because", c.why()));
            if (root.get("store") instanceof ObjectNode store && store.hasNonNull("password-file")) {
                String secret = store.get("password-file").asText(); // named, never copied
                store.put("password-file", read.resolve(secret).toString());
            }
            for (Object name : files(read)) {
                Path beside = read.resolve(String.valueOf(name));
                if (Files.isRegularFile(beside)) { // the adapter looks for potentials beside the campaign file first
                    Files.copy(
                            beside, dir.resolve(beside.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            for (String folder : List.of(Codes.FOLDER, FailureKnowledge.FOLDER)) {
                copyIfThere(read, Path.of(folder, read.config().code().name() + ".yaml"));
            }
            Path aside = dir.resolve("." + CONFIGURATION + ".part");
            Files.writeString(aside, yaml.writeValueAsString(root));
            Files.move(aside, dir.resolve(CONFIGURATION), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(dir + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** What a site says of its code, at the same place in the folder. */
    private void copyIfThere(ConfigReader.Read read, Path file) throws IOException {
        Path from = read.resolve(file.toString());
        if (Files.isRegularFile(from)) {
            Files.createDirectories(dir.resolve(file).getParent());
            Files.copy(from, dir.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<?> files(ConfigReader.Read read) {
        Object files = read.config().code().settings().getOrDefault("files", List.of());
        return files instanceof List<?> list ? list : List.of(files);
    }

    private String copy(ConfigReader.Read read, String file) throws IOException {
        Path from = read.resolve(file);
        String name = INPUTS + "/" + from.getFileName();
        Files.copy(from, dir.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        return name;
    }

    /** Opens the store of a campaign. */
    public Store openStore(CampaignConfig config) {
        var store = config.store();
        if (store.url() == null) {
            return Store.open(Store.urlInside(dir), "sa", "", Clock.systemUTC());
        }
        String user = store.user() == null ? System.getProperty("user.name") : store.user();
        return Store.open(store.url(), user, password(store.passwordFile()), Clock.systemUTC());
    }

    private String password(@org.jspecify.annotations.Nullable String file) {
        if (file == null) {
            return "";
        }
        try (var lines = Files.lines(dir.resolve(file))) {
            return lines.findFirst().orElse("");
        } catch (IOException e) {
            throw new ConfigException(dir.resolve(file), "the password file cannot be read: " + e.getMessage());
        }
    }

    /**
     * Puts the campaign together; begins it where the store is empty.
     *
     * @param echo is told each event as it is logged
     */
    public Campaign open(Inputs inputs, boolean jsonLog, Consumer<Event> echo) {
        CampaignConfig config = inputs.config();
        Store store = openStore(config);
        CampaignFiles files = new CampaignFiles(dir);
        var plan = inputs.plan();
        String text = configuration().effectiveYaml();
        String hash = Sha256.of(text);
        Optional<String> owner = store.inTransaction(tx -> tx.campaign().find().map(CampaignTable.Campaign::sha256));
        if (owner.isPresent() && !owner.get().equals(hash)) {
            store.close();
            throw new ConfigException(
                    dir.resolve(CONFIGURATION),
                    "is not the configuration that this store was begun with; a changed campaign needs a folder, and a"
                            + " database, of its own");
        }
        if (owner.isEmpty()) {
            new Bootstrap(plan, store, files)
                    .begin(
                            inputs.start(),
                            text,
                            hash,
                            Optional.ofNullable(config.structure().phaseBecause())
                                    .or(() -> method(plan)),
                            Optional.ofNullable(config.structure().cellBecause()));
        }
        Progress progress = new Progress(plan, store);
        JobRunner jobs = new JobRunner(
                store,
                dir.toAbsolutePath(),
                new Tasks(plan, store, files),
                progress,
                inputs.code(),
                Launchers.of(config),
                config.code().timeLimit(),
                plan.retries(),
                config.slots());
        RouteLog log = new RouteLog(log(), store, jsonLog, echo);
        ExecutionDevice device = ExecutionDevice.best(1);
        if (!device.fallback().isEmpty()) {
            LOGGER.warn("models run on the {}: {}", device.describe(), device.fallback());
        }
        OnnxRuntime models = new OnnxRuntime(device);
        boolean byCode = config.correction().forces().equals(CorrectionConfig.CODE);
        Function<Path, Proposer> proposers = Corrections.of(config.correction())
                .<Function<Path, Proposer>>map(correction -> byCode
                        ? CorrectedProposers.byCode(
                                models,
                                correction,
                                (inherent, t) -> CodeForces.open(inputs.code(), inherent, forces(t)))
                        : CorrectedProposers.byNetwork(models, correction))
                .orElse(models::proposer);
        NetworkTrainer networks = new NetworkTrainer(new LocalProcesses(new LocalLauncher()), TrainerJvm.ofThisOne());
        return new Campaign(new Wiring(
                plan,
                store,
                files,
                models,
                proposers,
                networks,
                new CodeHessian(inputs.code(), dir.resolve(HESSIAN).toAbsolutePath(), (done, total) -> {}),
                jobs,
                inputs.observable(),
                inputs.comparison(),
                log,
                Optional.ofNullable(config.reference().from()).map(dir::resolve)));
    }

    /** Where the program lives that answers for the forces at a temperature. */
    private Path forces(Kelvin temperature) {
        return dir.resolve(FORCES + "-" + temperature).toAbsolutePath();
    }

    /** How a glass is proposed and why so; other phases go without saying. */
    private static Optional<String> method(CampaignPlan plan) {
        return plan.replicas()
                .coolingKelvinPerPicosecond()
                .filter(rate -> plan.phase() == CampaignPlan.Phase.GLASS)
                .map(
                        rate -> "glass: frames of independent quenches at " + rate
                                + " K/ps are proposed, since there is no one structure to expand around; nothing is learned or refined");
    }
}
