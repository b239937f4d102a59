package org.nocturne.adapters.launch;

/**
 * Programs built with Open MPI that are started without mpirun. Each would start a daemon beside it (orted), for the day on which it starts further
 * processes: half a second of a run of LAMMPS that takes one, and a process more to be ended.
 */
final class OpenMpi {
    /** Of the environment: 1 where there is to be no such daemon. Under mpirun or srun it means nothing. */
    static final String ALONE = "OMPI_MCA_ess_singleton_isolated";

    private OpenMpi() {}
}
