package org.nocturne.learning.files;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nocturne.core.format.XyzColumn;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.format.XyzValue;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Method;

/** Frames as extended XYZ, with the names ASE reads: energy, forces, stress; temperature and method beside them. */
public final class FrameCodec {
    private static final String CELL_ERROR = "cell_error";

    private FrameCodec() {}

    public static XyzFrame encode(Frame frame, Method method) {
        Map<String, XyzValue> info = new LinkedHashMap<>();
        info.put("energy", new XyzValue.Real(frame.label().energyEv()));
        info.put("temperature", new XyzValue.Real(frame.temperature().value()));
        info.put("method", new XyzValue.Text(method.id()));
        double[] stress = frame.label().stressEvPerCubicAngstrom();
        if (stress.length == 6) {
            info.put("stress", new XyzValue.Matrix(new double[] {
                stress[0], stress[5], stress[4], stress[5], stress[1], stress[3], stress[4], stress[3], stress[2]
            }));
        }
        double[] forces = frame.label().forcesEvPerAngstrom();
        return new XyzFrame(frame.structure(), info, Map.of("forces", new XyzColumn.Reals(3, forces)));
    }

    /** The same frame, with the relative standard error of the edge of its cell, where that was found and not given. */
    public static XyzFrame withCellError(XyzFrame frame, double relative) {
        Map<String, XyzValue> info = new LinkedHashMap<>(frame.info());
        info.put(CELL_ERROR, new XyzValue.Real(relative));
        return new XyzFrame(frame.structure(), info, frame.arrays());
    }

    /** The error that {@link #withCellError} kept; 0 where none is stated: the cell was given. */
    public static double cellError(XyzFrame frame) {
        return frame.number(CELL_ERROR).orElse(0);
    }

    /** @throws IllegalArgumentException if energy, temperature or forces are missing */
    public static Frame decode(XyzFrame xyz) {
        double energy = xyz.number("energy").orElseThrow(() -> missing("energy"));
        double temperature = xyz.number("temperature").orElseThrow(() -> missing("temperature"));
        double[] forces = xyz.reals("forces").orElseThrow(() -> missing("forces"));
        return new Frame(xyz.structure(), Kelvin.of(temperature), new Label(energy, forces, stress(xyz)));
    }

    /**
     * What forces are learned from. The energy, which they are learned without, is NaN where it is not stated.
     *
     * @throws IllegalArgumentException if temperature or forces are missing
     */
    public static Frame decodeForces(XyzFrame xyz) {
        double temperature = xyz.number("temperature").orElseThrow(() -> missing("temperature"));
        double[] forces = xyz.reals("forces").orElseThrow(() -> missing("forces"));
        double energy = xyz.number("energy").orElse(Double.NaN);
        return new Frame(xyz.structure(), Kelvin.of(temperature), new Label(energy, forces, stress(xyz)));
    }

    private static double[] stress(XyzFrame xyz) {
        if (!(xyz.info().get("stress") instanceof XyzValue.Matrix matrix)) {
            return new double[0];
        }
        double[] s = matrix.rows();
        return new double[] {s[0], s[4], s[8], s[5], s[2], s[1]};
    }

    /** A structure with one remark. */
    public static XyzFrame bare(Structure structure, String key, double value) {
        return new XyzFrame(structure, Map.of(key, new XyzValue.Real(value)), Map.of());
    }

    private static IllegalArgumentException missing(String what) {
        return new IllegalArgumentException("a stored frame has no " + what);
    }
}
