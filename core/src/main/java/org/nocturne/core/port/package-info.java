/** The small interfaces through which the rooms meet. */
@NullMarked
package org.nocturne.core.port;

import org.jspecify.annotations.NullMarked;
