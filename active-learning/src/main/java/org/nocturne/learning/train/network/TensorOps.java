package org.nocturne.learning.train.network;

import java.util.List;

/**
 * The tensor operations that networks are written against. One back end computes and differentiates (libtorch), one writes an ONNX graph.
 * Only what a network here uses is in it. Shapes broadcast from the right, as in both back ends.
 *
 * @param <T> a tensor, or the name of one
 */
public interface TensorOps<T> {

    /** A learned tensor, by its name in {@link ParameterLayout}. */
    T parameter(String name);

    T constant(float[] values, long... shape);

    T add(T a, T b);

    T subtract(T a, T b);

    T multiply(T a, T b);

    T divide(T a, T b);

    /** a x + b for every element. */
    T affine(T x, float factor, float offset);

    T exp(T x);

    T log(T x);

    T sqrt(T x);

    /** x / (1 + exp(-x)). */
    T silu(T x);

    T clip(T x, float low, float high);

    /** (.., M, K) by (K, N). */
    T matmul(T a, T b);

    /** x W + b, with the parameters {@code name.weight} of shape (in, out) and {@code name.bias}. */
    T linear(T x, String name);

    /** Rows of x along its first axis; the index keeps its shape: (N, A, B) by (N, K) gives (N, K, A, B). */
    T gather(T x, T index);

    T concat(int axis, List<T> parts);

    T slice(T x, int axis, long from, long to);

    /** One size may be -1. */
    T reshape(T x, long... shape);

    T unsqueeze(T x, int axis);

    T sum(T x, int axis);

    /** The mean, with the axis kept at size 1. */
    T mean(T x, int axis);
}
