package org.nocturne.adapters.script;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.script.ScriptAdapter.Frames;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.format.XyzValue;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/** The numbers of a frame under the names that the adapter gives. */
record FrameNumbers(Frames names) {

    /**
     * The result of a task.
     *
     * @throws IllegalArgumentException naming what is missing
     * @throws NotFiniteException if a number is none
     */
    Result of(Task task, XyzFrame frame) {
        double energy = energy(frame);
        double[] forces = forces(task.start(), frame);
        if (task instanceof Task.MinimiseTask) {
            finite("pos", frame.structure().xyzAngstrom());
            return new Result.Minimised(new InherentStructure(
                    task.start().withPositions(frame.structure().xyzAngstrom()), energy, LargestForce.of(forces)));
        }
        return new Result.Labelled(new Label(energy, forces, stress(frame)));
    }

    /**
     * A frame of molecular dynamics; its atoms are where it says.
     *
     * @throws IllegalArgumentException naming what is missing
     * @throws NotFiniteException if a number is none
     */
    Frame thermal(Structure start, Kelvin temperature, XyzFrame frame) {
        Label label = new Label(energy(frame), forces(start, frame), stress(frame));
        finite("pos", frame.structure().xyzAngstrom());
        return new Frame(start.withPositions(frame.structure().xyzAngstrom()), temperature, label);
    }

    private double energy(XyzFrame frame) {
        double energy = frame.number(names.energy()).orElseThrow(() -> missing("key", names.energy(), "a number"));
        finite(names.energy(), energy);
        return energy;
    }

    private double[] forces(Structure start, XyzFrame frame) {
        double[] forces = frame.reals(names.forces())
                .filter(all -> all.length == 3 * start.size())
                .orElseThrow(() -> missing("column", names.forces(), "three reals an atom"));
        finite(names.forces(), forces);
        return forces;
    }

    /** Six numbers stay; nine become xx yy zz yz xz xy. */
    private double[] stress(XyzFrame frame) {
        if (names.stress() == null) {
            return new double[0];
        }
        @Nullable XyzValue value = frame.info().get(names.stress());
        double[] found = new double[0];
        if (value instanceof XyzValue.Reals reals && reals.values().length == 6) {
            found = reals.values();
        } else if (value instanceof XyzValue.Matrix matrix) {
            double[] nine = matrix.rows();
            found = new double[] {nine[0], nine[4], nine[8], nine[5], nine[2], nine[1]};
        } else {
            throw missing("key", names.stress(), "six numbers or nine");
        }
        finite(names.stress(), found);
        return found;
    }

    private static void finite(String name, double... values) {
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new NotFiniteException(name + " holds a number that is none, or infinite");
        }
    }

    private static IllegalArgumentException missing(String what, String name, String wanted) {
        return new IllegalArgumentException("the " + what + " " + name + " is not there; wanted is " + wanted);
    }
}
