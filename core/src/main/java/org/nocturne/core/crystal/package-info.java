/** Order in a structure: its lattice translations, its space group, and the pairs that symmetry makes equal. */
@NullMarked
package org.nocturne.core.crystal;

import org.jspecify.annotations.NullMarked;
