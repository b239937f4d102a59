package org.nocturne.site;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands in the menu: groups, and in each the words for a file or folder of the checkout. */
record Navigation(Map<String, Map<String, String>> groups) {
    static final String FILE = "docs/navigation.yaml";

    static Navigation of(Path root) throws IOException {
        return new Navigation(new YAMLMapper()
                .readValue(
                        root.resolve(FILE).toFile(),
                        new TypeReference<LinkedHashMap<String, Map<String, String>>>() {}));
    }

    List<String> paths() {
        return groups.values().stream()
                .flatMap(group -> group.values().stream())
                .toList();
    }

    /** The page itself, or the folder in which it lies. */
    boolean knows(String path) {
        return paths().stream().anyMatch(known -> path.equals(known) || path.startsWith(known + "/"));
    }

    Optional<String> label(String path) {
        return groups.values().stream()
                .flatMap(group -> group.entrySet().stream())
                .filter(entry -> entry.getValue().equals(path))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
