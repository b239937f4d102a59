/** Libraries of melt-quenched glasses: made once, frozen, known by their hashes. */
@NullMarked
package org.nocturne.learning.quench;

import org.jspecify.annotations.NullMarked;
