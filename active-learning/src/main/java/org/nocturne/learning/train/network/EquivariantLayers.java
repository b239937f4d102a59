package org.nocturne.learning.train.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Rounds of messages between atoms that carry C scalars S and C vectors V. Messages mix vectors by scalar gates only,
 * V_i += sum_j [g1 (V_j - V_i) + g2 rhat (rhat . (V_j - V_i)) + g3 rhat] (in the manner of Schuett, Unke and Gastegger, ICML 2021, and
 * Satorras, Hoogeboom and Welling, ICML 2021), so that a rotation or a reflection of what goes in turns the vectors along.
 *
 * @param channels C
 */
record EquivariantLayers(int channels) {
    private static final float SMALL = 1e-6f; // keeps the root of a squared norm smooth at 0

    /** What the atoms carry: vectors (N, 3, C) and scalars (N, C). */
    record State<T>(T vectors, T scalars) {}

    /** The parameters of one round, but for what gates its edges. */
    void declare(ParameterLayout out, String p) {
        int c = channels;
        out.linear(p + "node.0", c, c).linear(p + "node.1", c, 4 * c);
        out.add(p + "mix.weight", c, c, c);
        out.linear(p + "update.0", 2 * c, c).linear(p + "update.1", c, 3 * c);
    }

    /**
     * @param edges gates from the edge alone, (N, K, 4C)
     * @param direction unit vectors, (N, K, 3)
     * @param weight by which a message counts, (N, K, 1)
     * @param neighbours (N, K)
     */
    <T> State<T> message(TensorOps<T> o, String p, T edges, T direction, T weight, T neighbours, State<T> state) {
        T of = o.gather(mlp(o, state.scalars, p + "node"), neighbours);
        T gates = o.multiply(o.multiply(edges, of), weight);
        List<T> g = split(o, gates, 2, 4);
        T along = o.unsqueeze(direction, 3); // (N, K, 3, 1)
        T mixed = o.matmul(state.vectors, o.parameter(p + "mix.weight"));
        T difference = o.subtract(o.gather(mixed, neighbours), o.unsqueeze(mixed, 1)); // (N, K, 3, C)
        T projection = o.sum(o.multiply(difference, along), 2); // (N, K, C)
        T radial = o.add(o.multiply(g.get(1), projection), g.get(2));
        T message = o.add(o.multiply(o.unsqueeze(g.get(0), 2), difference), o.multiply(o.unsqueeze(radial, 2), along));
        T scalar = o.multiply(g.get(3), o.affine(projection, 1, 1));
        return new State<>(o.add(state.vectors, o.sum(message, 1)), o.add(state.scalars, o.sum(scalar, 1)));
    }

    /** Each atom by itself. */
    <T> State<T> update(TensorOps<T> o, String p, State<T> state) {
        T squares = o.sum(o.multiply(state.vectors, state.vectors), 1);
        T norm = o.sqrt(o.affine(squares, 1, SMALL));
        List<T> q = split(o, mlp(o, o.concat(1, List.of(state.scalars, norm)), p + "update"), 1, 3);
        T vectors = o.multiply(state.vectors, o.affine(o.unsqueeze(q.get(0), 1), 1, 1));
        T scalars = o.add(o.add(state.scalars, q.get(1)), o.affine(o.multiply(q.get(2), norm), 0.1f, 0));
        return new State<>(vectors, scalars);
    }

    /** One vector for each atom, (N, 3): the sum of its C vectors, gated by its scalars with the perceptron {@code name}. */
    <T> T vector(TensorOps<T> o, String name, State<T> state) {
        T gate = o.unsqueeze(mlp(o, state.scalars, name), 1);
        return o.sum(o.multiply(state.vectors, gate), 2);
    }

    static <T> T mlp(TensorOps<T> o, T x, String name) {
        return o.linear(o.silu(o.linear(x, name + ".0")), name + ".1");
    }

    /** Parts of C numbers along an axis. */
    <T> List<T> split(TensorOps<T> o, T x, int axis, int parts) {
        List<T> out = new ArrayList<>();
        for (int k = 0; k < parts; k++) {
            out.add(o.slice(x, axis, (long) k * channels, (k + 1L) * channels));
        }
        return out;
    }
}
