package org.nocturne.adapters.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Task;

/** What templates may name: the settings of the campaign file with hyphens as underscores, and the task. */
final class Variables {
    private Variables() {}

    static Map<String, Object> of(Map<String, Object> settings) {
        Map<String, Object> out = new LinkedHashMap<>();
        settings.forEach((key, value) -> out.put(key.replace('-', '_'), value));
        return out;
    }

    /** Coordinates are texts with twelve decimals, in angstrom, and in bohr where the name ends so. */
    static Map<String, Object> of(Map<String, Object> settings, Task task, String token) {
        Structure structure = task.start();
        Map<String, Object> out = of(settings);
        List<Element> kinds = structure.distinctSpecies();
        List<Map<String, Object>> atoms = new ArrayList<>();
        for (int i = 0; i < structure.size(); i++) {
            Map<String, Object> atom = element(structure.species(i));
            atom.put("type", kinds.indexOf(structure.species(i)) + 1);
            double[] at = {structure.x(i), structure.y(i), structure.z(i)};
            for (int k = 0; k < 3; k++) {
                atom.put("xyz".substring(k, k + 1), text(at[k]));
                atom.put("xyz".charAt(k) + "_bohr", text(at[k] / Unit.BOHR_ANGSTROM));
            }
            atoms.add(atom);
        }
        out.put("atoms", atoms);
        out.put("species", kinds.stream().map(Variables::element).toList());
        out.put("periodic", structure.cell().isFullyPeriodic());
        out.put(
                "periodic_along",
                List.of(
                        structure.cell().isPeriodic(0),
                        structure.cell().isPeriodic(1),
                        structure.cell().isPeriodic(2)));
        out.put("cell", cell(structure, 1));
        out.put("cell_bohr", cell(structure, Unit.BOHR_ANGSTROM));
        out.put("token", token);
        out.putAll(TaskKinds.variables(task));
        return out;
    }

    private static List<List<String>> cell(Structure structure, double unit) {
        List<List<String>> rows = new ArrayList<>();
        for (int v = 0; v < 3; v++) {
            rows.add(List.of(
                    text(structure.cell().component(v, 0) / unit),
                    text(structure.cell().component(v, 1) / unit),
                    text(structure.cell().component(v, 2) / unit)));
        }
        return rows;
    }

    private static Map<String, Object> element(Element element) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("symbol", element.symbol());
        out.put("number", element.atomicNumber());
        out.put("mass", element.massAmu());
        return out;
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.12f", value);
    }
}
