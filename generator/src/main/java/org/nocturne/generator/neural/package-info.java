/** Learned models run by ONNX Runtime; the only place that knows it. */
@NullMarked
package org.nocturne.generator.neural;

import org.jspecify.annotations.NullMarked;
