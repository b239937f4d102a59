/** A set of structures moved, with the forces of a code, until the mean of their patterns meets a target. */
@NullMarked
package org.nocturne.generator.refinement;

import org.jspecify.annotations.NullMarked;
