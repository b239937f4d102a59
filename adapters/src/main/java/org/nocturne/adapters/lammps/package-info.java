/** LAMMPS: inputs written, outputs read, failures told apart. Seen with 29 Sep 2021, update 2. */
@NullMarked
package org.nocturne.adapters.lammps;

import org.jspecify.annotations.NullMarked;
