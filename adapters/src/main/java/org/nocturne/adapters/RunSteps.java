package org.nocturne.adapters;

import org.nocturne.core.work.Task;

/** Times of a task in time steps of a code. */
public final class RunSteps {
    private RunSteps() {}

    /** The steps of a quench's melt, at least one. */
    public static long melt(Task.QuenchTask task, double timestepFs) {
        return steps(task.meltPicoseconds(), timestepFs);
    }

    /** The steps of a quench's cooling, at least one. */
    public static long cooling(Task.QuenchTask task, double timestepFs) {
        return steps(task.coolingPicoseconds(), timestepFs);
    }

    /** The steps of a replica's cooling, at least one. */
    public static long cooling(Task.ReplicaTask task, double timestepFs) {
        return steps(task.coolingPicoseconds(), timestepFs);
    }

    /** Steps between two values of a replica's energy series: at least {@code energiesPerFrame} values fall between two frames. */
    public static int betweenEnergies(Task.ReplicaTask task) {
        int parts = task.energiesPerFrame() + 1;
        while (parts < task.spacingSteps() && task.spacingSteps() % parts != 0) {
            parts++;
        }
        return Math.max(1, task.spacingSteps() / parts);
    }

    private static long steps(double picoseconds, double timestepFs) {
        return Math.max(1, Math.round(1000 * picoseconds / timestepFs));
    }
}
