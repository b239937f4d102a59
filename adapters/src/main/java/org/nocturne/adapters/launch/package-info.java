/** Starting, watching and ending processes on this machine; the only package that may use {@link java.lang.ProcessBuilder}. */
@NullMarked
package org.nocturne.adapters.launch;

import org.jspecify.annotations.NullMarked;
