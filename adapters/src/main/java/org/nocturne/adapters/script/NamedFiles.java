package org.nocturne.adapters.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.core.format.Sha256;

/** The files that settings name, such as pseudopotentials: found once, linked into every work directory. */
record NamedFiles(List<Path> paths) {

    /**
     * Finds them beside the campaign file and in the folders of the adapter.
     *
     * @throws CodeSettingsException naming the file, the setting, and where it was looked for
     */
    static NamedFiles of(ScriptAdapter adapter, Map<String, Object> settings, Path campaignDir) {
        List<Path> folders = new ArrayList<>(List.of(campaignDir.toAbsolutePath()));
        adapter.search().forEach(folder -> folders.add(Path.of(folder)));
        List<Path> found = new ArrayList<>();
        for (String setting : adapter.files()) {
            for (Object name : values(Objects.requireNonNull(settings.get(setting)))) {
                found.add(find(adapter.name() + "." + setting, String.valueOf(name), folders));
            }
        }
        return new NamedFiles(List.copyOf(found));
    }

    private static Collection<?> values(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values();
        }
        return value instanceof Collection<?> list ? list : List.of(value);
    }

    private static Path find(String setting, String name, List<Path> folders) {
        for (Path folder : folders) {
            Path candidate = folder.resolve(name).normalize();
            if (Files.isRegularFile(candidate) && Files.isReadable(candidate)) {
                return candidate;
            }
        }
        throw new CodeSettingsException(setting + ": " + name + " was not found; looked in "
                + folders.stream().map(Path::toString).collect(Collectors.joining(", ")));
    }

    /** Names with the beginning of each SHA-256: the same name may hold other numbers. */
    String inWords() {
        StringBuilder out = new StringBuilder();
        for (Path path : paths) {
            try {
                out.append("; ").append(path.getFileName()).append(" sha256:").append(Sha256.of(path), 0, 16);
            } catch (IOException e) {
                throw new CodeSettingsException(path + " cannot be read: " + e.getMessage());
            }
        }
        return out.toString();
    }

    void linkInto(Path workDir) throws IOException {
        for (Path path : paths) {
            Path link = workDir.resolve(path.getFileName());
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, path);
        }
    }
}
