/** New disordered structures from stored ones: noise on them, and a denoiser that takes it away. */
@NullMarked
package org.nocturne.generator.variant;

import org.jspecify.annotations.NullMarked;
