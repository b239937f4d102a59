/** Patterns of structures: Debye sums, k-points, pair transforms, and the instrument between a pattern and its measurement. */
@NullMarked
package org.nocturne.generator.scattering;

import org.jspecify.annotations.NullMarked;
