/** Atoms: elements, cells, structures and who is whose neighbour. */
@NullMarked
package org.nocturne.core.structure;

import org.jspecify.annotations.NullMarked;
