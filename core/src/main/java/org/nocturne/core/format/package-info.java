/** File formats of structures and spectra, read with errors that name file and line. */
@NullMarked
package org.nocturne.core.format;

import org.jspecify.annotations.NullMarked;
