package org.nocturne.adapters.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.adapters.Settings;

/** The settings of one campaign, with the adapter's defaults where it gives none. */
record ScriptSettings(TreeMap<String, Object> values) {

    /** @throws CodeSettingsException at a key that the adapter does not know, or one that is missing */
    static ScriptSettings of(ScriptAdapter adapter, Map<String, Object> given) {
        var unused = new Settings(adapter.name(), given, adapter.settings().keySet()); // refuses what is not known
        TreeMap<String, Object> values = new TreeMap<>();
        for (Map.Entry<String, ScriptAdapter.Setting> entry : adapter.settings().entrySet()) {
            String name = entry.getKey();
            ScriptAdapter.Setting setting = entry.getValue();
            Object value = given.getOrDefault(name, setting.ifAbsent());
            if (value == null) {
                throw new CodeSettingsException(adapter.name() + "." + name + " is missing: " + setting.about());
            }
            values.put(name, value);
        }
        return new ScriptSettings(values);
    }

    List<String> command() {
        Object value = values.get(ScriptAdapter.COMMAND);
        List<String> out = new ArrayList<>();
        for (Object word : value instanceof List<?> list ? list : List.of(value)) {
            out.add(String.valueOf(word));
        }
        return List.copyOf(out);
    }

    /** What may change the numbers: neither the command nor what only helps to get there. */
    String inWords(ScriptAdapter adapter) {
        StringBuilder out = new StringBuilder();
        values.forEach((key, value) -> {
            boolean aid = Objects.requireNonNull(adapter.settings().get(key)).aid();
            if (!key.equals(ScriptAdapter.COMMAND) && !aid) {
                out.append(key).append('=').append(value).append(' ');
            }
        });
        return out.toString();
    }
}
