package org.nocturne.core.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nocturne.core.structure.Structure;

/**
 * One frame of an extended XYZ file: a structure, what its comment line says, and its per-atom arrays. Both maps keep the order
 * of the file. Lattice, pbc, Properties, species and positions are in the structure and in neither map.
 */
public record XyzFrame(Structure structure, Map<String, XyzValue> info, Map<String, XyzColumn> arrays) {

    public XyzFrame {
        info = Collections.unmodifiableMap(new LinkedHashMap<>(info));
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
        for (Map.Entry<String, XyzColumn> entry : arrays.entrySet()) {
            XyzColumn column = entry.getValue();
            if (column.width() < 1 || column.length() != column.width() * structure.size()) {
                throw new IllegalArgumentException("array " + entry.getKey() + " has " + column.length()
                        + " values; its width " + column.width() + " times " + structure.size() + " atoms are wanted");
            }
        }
    }

    public XyzFrame(Structure structure) {
        this(structure, Map.of(), Map.of());
    }

    /** A number of the comment line, whole or real. */
    public OptionalDouble number(String key) {
        XyzValue value = info.get(key);
        if (value instanceof XyzValue.Real real) {
            return OptionalDouble.of(real.value());
        }
        return value instanceof XyzValue.Whole whole ? OptionalDouble.of(whole.value()) : OptionalDouble.empty();
    }

    /** A text of the comment line. */
    public Optional<String> text(String key) {
        return info.get(key) instanceof XyzValue.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /** A per-atom array of real numbers, such as forces, atom after atom. */
    public Optional<double[]> reals(String name) {
        return arrays.get(name) instanceof XyzColumn.Reals reals ? Optional.of(reals.values()) : Optional.empty();
    }
}
