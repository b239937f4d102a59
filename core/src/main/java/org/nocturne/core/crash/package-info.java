/** Where a runner can be made to die, for the proof that nothing is lost. */
@NullMarked
package org.nocturne.core.crash;

import org.jspecify.annotations.NullMarked;
