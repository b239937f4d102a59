/** How atoms move in the embedded engine: Langevin dynamics, minimisation, and the tasks made of them. No file is read or written here. */
@NullMarked
package org.nocturne.adapters.builtin.motion;

import org.jspecify.annotations.NullMarked;
