/** How far a computed pattern is from a measured one, and how the atoms should move to close the gap. */
@NullMarked
package org.nocturne.generator.misfit;

import org.jspecify.annotations.NullMarked;
