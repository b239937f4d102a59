package org.nocturne.routes.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nocturne.adapters.FailureKnowledge;
import org.nocturne.adapters.script.Codes;
import org.nocturne.core.crash.CrashPoint;
import org.nocturne.learning.reference.ReferenceFolder;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.StoreFile;
import org.nocturne.routes.config.CampaignConfig;
import org.nocturne.routes.config.CodeConfig;
import org.nocturne.routes.config.ConfigException;
import org.nocturne.routes.config.ConfigReader;

/**
 * The folder of a campaign: its effective configuration with copies of its inputs, its store, its log, its files. It holds all that a
 * resume needs.
 */
public record CampaignFolder(Path dir) {
    public static final String CONFIGURATION = "campaign.yaml";
    public static final String LOG = "route.log";
    public static final String REPORT = "report.html";
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

    /** Folder of the reference that judges; empty where the campaign's own reference replicas do. */
    Optional<Path> frozenReference(CampaignConfig config) {
        return Optional.ofNullable(config.reference().from()).map(dir::resolve);
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
            if (root.at("/candidates/variants") instanceof ObjectNode variants && variants.hasNonNull("denoiser")) {
                Path from = read.resolve(variants.get("denoiser").asText());
                String to = INPUTS + "/denoiser/" + from.getFileName();
                DenoiserInput.copy(from, dir.resolve(to));
                variants.put("denoiser", to);
            }
            decided.ifPresent(d ->
                    ((ObjectNode) root.get("structure")).put("phase", d.word()).put("phase-because", d.why()));
            cell.ifPresent(c -> ((ObjectNode) root.get("structure"))
                    .put("edge-factor", c.edgeFactor())
                    .put("cell-because", c.why()));
            NamedFiles.nameWhole(root, read);
            for (CodeConfig code : codes(read.config())) {
                copyFilesOf(read, code);
                for (String folder : List.of(Codes.FOLDER, FailureKnowledge.FOLDER)) {
                    copyIfThere(read, Path.of(folder, code.name() + ".yaml"));
                }
            }
            Path aside = dir.resolve("." + CONFIGURATION + ".part");
            Files.writeString(aside, yaml.writeValueAsString(root));
            CrashPoint.FOLDER_FILLED.reached();
            Files.move(aside, dir.resolve(CONFIGURATION), StandardCopyOption.ATOMIC_MOVE);
            CrashPoint.FOLDER_MADE.reached();
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

    private static List<CodeConfig> codes(CampaignConfig config) {
        return config.audit() == null
                ? List.of(config.code())
                : List.of(config.code(), config.audit().code());
    }

    /** Potentials and pipelines that lie beside the campaign file, or in folders there: adapters look there first, under the same names. */
    private void copyFilesOf(ConfigReader.Read read, CodeConfig code) throws IOException {
        Codes.KnownCode known = Codes.near(read.resolve(".")).find(code.name()).orElseThrow();
        for (String setting : known.provider().fileSettings()) {
            Object ifAbsent = known.provider().defaults().getOrDefault(setting, List.of());
            for (Object name : values(code.settings().getOrDefault(setting, ifAbsent))) {
                Path beside = read.resolve(String.valueOf(name));
                if (Files.isRegularFile(beside)) {
                    Path copy = dir.resolve(inside(String.valueOf(name)));
                    Files.createDirectories(copy.getParent());
                    Files.copy(beside, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Where the copy of a file lies: in a folder of the same name where it lies in one, else by its own name alone. */
    private static Path inside(String name) {
        Path path = Path.of(name).normalize();
        return path.isAbsolute() || path.startsWith("..") ? path.getFileName() : path;
    }

    private static Collection<?> values(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values();
        }
        return value instanceof Collection<?> list ? list : List.of(value);
    }

    private String copy(ConfigReader.Read read, String file) throws IOException {
        Path from = read.resolve(file);
        String name = INPUTS + "/" + from.getFileName();
        Files.copy(from, dir.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        return name;
    }

    /**
     * Opens the store of a campaign that has begun. Nothing is made by it: a runner may be about to.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Store openStore(CampaignConfig config) {
        if (config.store().url() == null && !new StoreFile(dir).exists()) {
            throw new IllegalArgumentException(dir + ": the campaign of this folder has not begun yet");
        }
        return openOrMakeStore(config, Clock.systemUTC());
    }

    /**
     * The same for the runner that may be the first one.
     *
     * @param clock of what is written
     */
    Store openOrMakeStore(CampaignConfig config, Clock clock) {
        var store = config.store();
        if (store.url() == null) {
            return Store.openInside(dir, clock);
        }
        String user = store.user() == null ? System.getProperty("user.name") : store.user();
        String password = store.passwordFile() == null ? "" : NamedFiles.firstLine(dir.resolve(store.passwordFile()));
        return Store.open(store.url(), user, password, clock);
    }
}
