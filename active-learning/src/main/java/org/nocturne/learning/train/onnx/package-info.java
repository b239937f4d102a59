/** Writing ONNX: the wire format, and tensor operations that become nodes of a graph. */
@NullMarked
package org.nocturne.learning.train.onnx;

import org.jspecify.annotations.NullMarked;
