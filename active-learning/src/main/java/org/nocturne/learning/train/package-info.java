/** Learning from stored frames: effective force constants and force networks, written as ONNX. */
@NullMarked
package org.nocturne.learning.train;

import org.jspecify.annotations.NullMarked;
