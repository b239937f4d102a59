/** Denoisers of disordered structures: from a library of quenches to an ONNX file with its manifest. */
@NullMarked
package org.nocturne.learning.train.denoiser;

import org.jspecify.annotations.NullMarked;
