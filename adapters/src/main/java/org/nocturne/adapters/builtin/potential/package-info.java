/** Potentials of the embedded engine: energy, forces and virial over a Verlet list. They know no task and no file of a run. */
@NullMarked
package org.nocturne.adapters.builtin.potential;

import org.jspecify.annotations.NullMarked;
