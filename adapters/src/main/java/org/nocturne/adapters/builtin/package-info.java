/**
 * The embedded engine, known as "builtin": classical potentials, Langevin dynamics and minimisation of our own, for rehearsals, for tests,
 * and for machines without any code. It runs as a process of its own like every other code.
 */
@NullMarked
package org.nocturne.adapters.builtin;

import org.jspecify.annotations.NullMarked;
