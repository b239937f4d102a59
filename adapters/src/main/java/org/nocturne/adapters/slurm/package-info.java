/** Calculations as jobs of a Slurm cluster, by its own programs: sbatch, squeue, scontrol and scancel. */
@NullMarked
package org.nocturne.adapters.slurm;

import org.jspecify.annotations.NullMarked;
