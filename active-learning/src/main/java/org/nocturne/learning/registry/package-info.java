/** Versions of the generator: which one proposes, which ones did, and why. */
@NullMarked
package org.nocturne.learning.registry;

import org.jspecify.annotations.NullMarked;
