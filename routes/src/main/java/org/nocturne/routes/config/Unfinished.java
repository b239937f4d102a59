package org.nocturne.routes.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values that begin with TODO: left open by {@code nocturne init}, for a person to fill in. */
final class Unfinished {
    private static final String MARK = "TODO";

    private Unfinished() {}

    /** @throws ConfigValueException with the path of the first, naming the others */
    static void refuse(JsonNode root) {
        Map<String, String> found = new LinkedHashMap<>();
        collect(root, "", found);
        if (found.isEmpty()) {
            return;
        }
        String first = found.keySet().iterator().next();
        String wanted = found.remove(first);
        throw new ConfigValueException(
                first,
                "is still to be filled in: " + (wanted.isEmpty() ? "a value is wanted" : wanted)
                        + (found.isEmpty() ? "" : "; so are " + String.join(", ", found.keySet())));
    }

    private static void collect(JsonNode node, String path, Map<String, String> found) {
        if (node.isTextual() && node.asText().startsWith(MARK)) {
            found.put(path, node.asText().substring(MARK.length()).replaceFirst("^[:\\s]+", ""));
        }
        node.properties().forEach(entry -> collect(entry.getValue(), below(path, entry.getKey()), found));
        for (int k = 0; node.isArray() && k < node.size(); k++) {
            collect(node.get(k), path, found);
        }
    }

    private static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
