package org.nocturne.adapters.lammps;

import org.nocturne.core.work.Task;

/** The stages of a quench in time steps. */
record QuenchSteps(long melt, long cooling) {

    static QuenchSteps of(Task.QuenchTask task, double timestepFs) {
        return new QuenchSteps(steps(task.meltPicoseconds(), timestepFs), steps(task.coolingPicoseconds(), timestepFs));
    }

    /** The steps of a replica's cooling, at least one. */
    static long cooling(Task.ReplicaTask task, double timestepFs) {
        return steps(task.coolingPicoseconds(), timestepFs);
    }

    private static long steps(double picoseconds, double timestepFs) {
        return Math.max(1, Math.round(1000 * picoseconds / timestepFs));
    }
}
