package org.nocturne.adapters.script;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Task;

/** Whether a frame that came back is that of the structure which was given. */
final class FrameMatch {
    /** Programs print coordinates with six decimals or more, and put atoms back into the cell. */
    private static final double TOLERANCE_ANGSTROM = 1e-4;

    private FrameMatch() {}

    /** @param detail goes on where "the frame ..." ends */
    record Mismatch(Cause cause, String detail) {}

    /** Whether its atoms are those, in that order, and stand there. */
    static boolean stands(Structure given, Structure found) {
        return otherKind(given, found).isEmpty() && farthest(given, found) <= TOLERANCE_ANGSTROM;
    }

    /** Why it cannot be an answer: other atoms, another cell, or, for a label, other positions. */
    static Optional<Mismatch> mismatch(Task task, Structure found) {
        return otherKind(task.start(), found).or(() -> {
            double moved = task instanceof Task.LabelTask ? farthest(task.start(), found) : 0;
            return moved <= TOLERANCE_ANGSTROM
                    ? Optional.empty()
                    : Optional.of(new Mismatch(
                            Cause.FOREIGN_OUTPUT,
                            String.format(
                                    Locale.ROOT,
                                    "has an atom %.4f angstrom from where it was given; a label is of the structure as it stands",
                                    moved)));
        });
    }

    /** Why it is of other atoms or another cell, wherever its atoms are. */
    static Optional<Mismatch> otherKind(Structure given, Structure found) {
        if (found.size() != given.size()) {
            return Optional.of(new Mismatch(
                    Cause.WRONG_ATOM_COUNT, "has " + found.size() + " atoms; " + given.size() + " were given"));
        }
        if (!found.species().equals(given.species())) {
            return Optional.of(
                    new Mismatch(Cause.FOREIGN_OUTPUT, "has other atoms than were given, or in another order"));
        }
        double[] cell = given.cell().rows();
        double[] other = found.cell().rows();
        for (int k = 0; k < cell.length; k++) {
            if (Math.abs(cell[k] - other[k]) > TOLERANCE_ANGSTROM) {
                return Optional.of(new Mismatch(
                        Cause.FOREIGN_OUTPUT,
                        "has the cell " + Arrays.toString(other) + "; given was " + Arrays.toString(cell)));
            }
        }
        return Optional.empty();
    }

    private static double farthest(Structure given, Structure found) {
        double[] d = new double[3];
        double most = 0;
        for (int i = 0; i < given.size(); i++) {
            d[0] = found.x(i) - given.x(i);
            d[1] = found.y(i) - given.y(i);
            d[2] = found.z(i) - given.z(i);
            given.cell().minimumImage(d);
            most = Math.max(most, Math.hypot(Math.hypot(d[0], d[1]), d[2]));
        }
        return most;
    }
}
