@NullMarked
package org.nocturne.arch.broken.core.spectrum;

import org.jspecify.annotations.NullMarked;
