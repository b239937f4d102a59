package org.nocturne.adapters.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.nocturne.adapters.CodeProvider;
import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.adapters.CorrectableCode;

/**
 * Every code that can be named: those in Java, the adapters that come with Nocturne, and the site's own in the folder {@code adapters} beside the
 * campaign file. A site's adapter goes before one of the same name that comes with Nocturne.
 */
public final class Codes {
    /** The folder of a site's adapters. */
    public static final String FOLDER = "adapters";

    private static final List<String> SHIPPED =
            List.of("abinit.yaml", "ase.yaml", "espresso.yaml", "gpaw.yaml", "xtb.yaml");

    private static final String JAVA = "java";
    private static final String SHIPPED_WITH_US = "shipped";

    private final Map<String, KnownCode> byName;
    private final Map<String, String> broken;

    private Codes(Map<String, KnownCode> byName, Map<String, String> broken) {
        this.byName = byName;
        this.broken = broken;
    }

    /**
     * A code that can be named.
     *
     * @param origin java, shipped, or the file of a site's adapter
     * @param text of an adapter; empty for a code in Java
     */
    public record KnownCode(String name, String about, String origin, String text, CodeProvider provider) {

        /**
         * The code with these settings, ready to be corrected.
         *
         * @throws CodeSettingsException as {@link CodeProvider#open} does
         */
        public CorrectableCode open(Map<String, Object> settings, Path campaignDir) {
            return new CorrectableCode(provider, settings, campaignDir);
        }

        /** Whether it is the site's own. */
        public boolean isOfSite() {
            return !origin.equals(JAVA) && !origin.equals(SHIPPED_WITH_US);
        }

        /** What is wrong with it as its sample wants it; empty where it can be opened, or has no sample. */
        public Optional<String> complaint(Path campaignDir) {
            try {
                provider.sample().ifPresent(sample -> provider.open(sample.settings(), campaignDir));
                return Optional.empty();
            } catch (CodeSettingsException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        }
    }

    /** Those that a campaign file or settings file in this folder can name. An adapter that cannot be read is in nobody's way but its own. */
    public static Codes near(Path folder) {
        Map<String, KnownCode> found = new TreeMap<>();
        SHIPPED.forEach(name -> add(found, AdapterFile.of(name, resource(name)), SHIPPED_WITH_US));
        Map<String, String> broken = new TreeMap<>();
        for (Path file : siteFiles(folder.resolve(FOLDER))) {
            try {
                add(found, site(file), file.toString());
            } catch (CodeSettingsException e) {
                broken.put(stem(file), String.valueOf(e.getMessage()));
            }
        }
        for (CodeProvider java : ServiceLoader.load(CodeProvider.class)) {
            KnownCode other = found.put(java.name(), new KnownCode(java.name(), java.about(), JAVA, "", java));
            if (other != null) {
                broken.put(
                        java.name(),
                        other.origin() + ": " + java.name() + " is the name of a code in Java; wanted is another");
            }
        }
        return new Codes(found, broken);
    }

    private static void add(Map<String, KnownCode> found, AdapterFile file, String origin) {
        String name = file.adapter().name();
        found.put(name, new KnownCode(name, file.adapter().about(), origin, file.text(), new ScriptProvider(file)));
    }

    public List<KnownCode> all() {
        return List.copyOf(byName.values());
    }

    /** What is wrong with the adapters of the site that cannot be read. */
    public List<String> broken() {
        return List.copyOf(broken.values());
    }

    /** @throws CodeSettingsException if the site has an adapter for it that cannot be read */
    public Optional<KnownCode> find(String name) {
        String problem = broken.get(name);
        if (problem != null) {
            throw new CodeSettingsException(problem);
        }
        return Optional.ofNullable(byName.get(name));
    }

    /** "abinit, builtin, espresso". */
    public String names() {
        return String.join(", ", byName.keySet());
    }

    private static AdapterFile site(Path file) {
        AdapterFile read = AdapterFile.of(file.toString(), text(file));
        String name = read.adapter().name();
        if (!stem(file).equals(name)) {
            throw new CodeSettingsException(file + ": its name is '" + name + "'; wanted is that of the file");
        }
        return read;
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("[.]yaml$", "");
    }

    private static List<Path> siteFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList());
        } catch (IOException e) {
            throw new CodeSettingsException(folder + " cannot be read: " + e.getMessage());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CodeSettingsException(file + " cannot be read: " + e.getMessage());
        }
    }

    private static String resource(String name) {
        try (InputStream in = Codes.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing beside " + Codes.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
