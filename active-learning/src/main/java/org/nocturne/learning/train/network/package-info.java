/** Networks, written once against a small set of tensor operations: the same lines are trained and are written as ONNX. */
@NullMarked
package org.nocturne.learning.train.network;

import org.jspecify.annotations.NullMarked;
