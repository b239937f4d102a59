package org.nocturne.adapters.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.core.format.Sha256;

/** The files that settings name, such as pseudopotentials: found once, linked into every work directory. */
record NamedFiles(Map<String, List<Path>> bySetting) {

    /**
     * Finds them beside the campaign file and in the folders of the adapter.
     *
     * @throws CodeSettingsException naming the file, the setting, and where it was looked for
     */
    static NamedFiles of(ScriptAdapter adapter, Map<String, Object> settings, Path campaignDir) {
        List<Path> folders = new ArrayList<>(List.of(campaignDir.toAbsolutePath()));
        adapter.search().forEach(folder -> folders.add(Path.of(folder)));
        Map<String, List<Path>> found = new LinkedHashMap<>();
        for (String setting : adapter.files()) {
            List<Path> ofSetting = new ArrayList<>();
            for (Object name : values(Objects.requireNonNull(settings.get(setting)))) {
                ofSetting.add(find(adapter.name() + "." + setting, String.valueOf(name), folders));
            }
            found.put(setting, List.copyOf(ofSetting));
        }
        return new NamedFiles(found);
    }

    /** Those of one setting. */
    List<Path> of(String setting) {
        return Objects.requireNonNull(bySetting.get(setting));
    }

    private List<Path> paths(Predicate<String> ofSetting) {
        return bySetting.entrySet().stream()
                .filter(entry -> ofSetting.test(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    /** Where the file of a setting lies, as the variable of its name with {@code _path}; for settings of one file. */
    Map<String, Object> variables() {
        Map<String, Object> out = new HashMap<>();
        bySetting.forEach((setting, files) -> {
            if (files.size() == 1) {
                out.put(setting.replace('-', '_') + "_path", files.get(0).toString());
            }
        });
        return out;
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

    /** Names with the beginning of each SHA-256, of those that may change the numbers: the same name may hold other ones. */
    String inWords(ScriptAdapter adapter) {
        StringBuilder out = new StringBuilder();
        for (Path path : paths(setting ->
                !Objects.requireNonNull(adapter.settings().get(setting)).aid())) {
            try {
                out.append("; ").append(path.getFileName()).append(" sha256:").append(Sha256.of(path), 0, 16);
            } catch (IOException e) {
                throw new CodeSettingsException(path + " cannot be read: " + e.getMessage());
            }
        }
        return out.toString();
    }

    void linkInto(Path workDir) throws IOException {
        for (Path path : paths(setting -> true)) {
            Path link = workDir.resolve(path.getFileName());
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, path);
        }
    }
}
