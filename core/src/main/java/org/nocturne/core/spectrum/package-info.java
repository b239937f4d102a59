/** What an instrument measures: spectra, radiations, targets. */
@NullMarked
package org.nocturne.core.spectrum;

import org.jspecify.annotations.NullMarked;
