package org.nocturne.adapters.builtin;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nocturne.core.format.XyzColumn;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.format.XyzValue;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Label;

/** Frames of a result as extended XYZ: energy, stress and forces beside the atoms, bit by bit. */
final class FrameFile {
    static final String LABELLED = "labelled.xyz";
    static final String THERMAL = "thermal.xyz";
    static final String MELTED = "melted.xyz";
    static final String INHERENT = "inherent.xyz";
    static final String SAMPLED = "sampled.xyz";

    private static final int[] VOIGT_OF_MATRIX = {0, 5, 4, 5, 1, 3, 4, 3, 2};
    private static final int[] MATRIX_OF_VOIGT = {0, 4, 8, 5, 2, 1};

    private FrameFile() {}

    static XyzFrame frame(Structure structure, Label label) {
        Map<String, XyzValue> info = new LinkedHashMap<>();
        info.put("energy", new XyzValue.Real(label.energyEv()));
        double[] stress = label.stressEvPerCubicAngstrom();
        if (stress.length > 0) {
            double[] matrix = new double[9];
            for (int k = 0; k < 9; k++) {
                matrix[k] = stress[VOIGT_OF_MATRIX[k]];
            }
            info.put("stress", new XyzValue.Matrix(matrix));
        }
        return new XyzFrame(structure, info, Map.of("forces", new XyzColumn.Reals(3, label.forcesEvPerAngstrom())));
    }

    /** The label beside a frame. */
    static Label label(XyzFrame frame, Path file) throws BadResult {
        double[] stress = new double[0];
        if (frame.info().get("stress") instanceof XyzValue.Matrix matrix) {
            stress = new double[6];
            for (int k = 0; k < 6; k++) {
                stress[k] = matrix.rows()[MATRIX_OF_VOIGT[k]];
            }
        }
        if (frame.number("energy").isEmpty() || frame.reals("forces").isEmpty()) {
            throw new BadResult(Cause.UNREADABLE_OUTPUT, file + " has a frame without energy or forces");
        }
        return new Label(
                frame.number("energy").getAsDouble(), frame.reals("forces").get(), stress);
    }

    /** The start of the task with the positions of the frame. */
    static Structure moved(Structure start, XyzFrame frame, Path file) throws BadResult {
        if (frame.structure().size() != start.size()) {
            throw new BadResult(
                    Cause.WRONG_ATOM_COUNT,
                    file + " holds " + frame.structure().size() + " atoms; " + start.size() + " were given");
        }
        return start.withPositions(frame.structure().xyzAngstrom());
    }
}
