/** Thermal structures around an inherent structure: correlated displacements at a temperature. */
@NullMarked
package org.nocturne.generator.thermal;

import org.jspecify.annotations.NullMarked;
