package org.nocturne.learning.train.network;

import java.util.ArrayList;
import java.util.List;

/**
 * An E(3)-equivariant local network for what a force differs by from its linear part, dF = F + H u. Atoms carry C scalars S and C
 * vectors V. Messages mix vectors by scalar gates only, V_i += sum_j [g1 (V_j - V_i) + g2 rhat (rhat . (V_j - V_i)) + g3 rhat]
 * (in the manner of Schuett, Unke and Gastegger, ICML 2021, and Satorras, Hoogeboom and Welling, ICML 2021), so that a rotation or a
 * reflection of displacements and reference vectors together turns the forces along. Lengths are taken in units of sigma_T, the only way
 * in which temperature enters. The mean force is removed.
 */
public final class EquivariantForceNetwork {
    private static final float SMALL = 1e-6f; // keeps the root of a squared norm smooth at 0

    private final NetworkShape shape;
    private final ParameterLayout parameters;

    public EquivariantForceNetwork(NetworkShape shape) {
        this.shape = shape;
        this.parameters = declare(shape);
    }

    public NetworkShape shape() {
        return shape;
    }

    public ParameterLayout parameters() {
        return parameters;
    }

    private static ParameterLayout declare(NetworkShape shape) {
        int c = shape.channels();
        int e = shape.edgeFeatures();
        ParameterLayout out = new ParameterLayout();
        out.linear("first.0", e, c).linear("first.1", c, 3 * c);
        if (shape.classes() > 1) {
            for (String part : List.of("own", "other", "scalar")) {
                out.add("class." + part, 1, shape.classes(), c);
            }
        }
        for (int l = 0; l < shape.layers(); l++) {
            String p = "layer" + l + ".";
            out.linear(p + "edge", e, 4 * c);
            out.linear(p + "node.0", c, c).linear(p + "node.1", c, 4 * c);
            out.add(p + "mix.weight", c, c, c);
            out.linear(p + "update.0", 2 * c, c).linear(p + "update.1", c, 3 * c);
        }
        return out.linear("gate.0", c, c).silent("gate.1", c, c);
    }

    /** dF in eV/angstrom, (N, 3), with no mean over each structure. */
    public <T> T residualForce(TensorOps<T> o, NetworkInputs<T> in) {
        EdgeGeometry<T> edges = EdgeGeometry.of(o, shape, in);
        State<T> state = first(o, edges, in);
        for (int l = 0; l < shape.layers(); l++) {
            state = update(o, l, message(o, l, edges, in.neighbours(), state));
        }
        T gate = o.unsqueeze(mlp(o, state.scalars, "gate"), 1);
        T f = o.sum(o.multiply(state.vectors, gate), 2); // (N, 3)
        T sigma2 = o.multiply(in.sigma(), in.sigma());
        T force = o.multiply(f, o.affine(sigma2, (float) shape.residualEvPerCubicAngstrom(), 0));
        T apart = o.reshape(force, in.structures(), -1, 3);
        return o.reshape(o.subtract(apart, o.mean(apart, 1)), -1, 3);
    }

    /** @param vectors (N, 3, C) */
    private record State<T>(T vectors, T scalars) {}

    private <T> State<T> first(TensorOps<T> o, EdgeGeometry<T> edges, NetworkInputs<T> in) {
        T hidden = o.linear(edges.features(), "first.0");
        if (shape.classes() > 1) {
            T own = o.gather(o.parameter("class.own"), in.siteClass());
            T other = o.gather(o.gather(o.parameter("class.other"), in.siteClass()), in.neighbours());
            hidden = o.add(hidden, o.add(other, o.unsqueeze(own, 1)));
        }
        T gates = o.multiply(o.linear(o.silu(hidden), "first.1"), edges.weight());
        List<T> g = split(o, gates, 2, 3);
        T message = o.add(
                o.multiply(o.unsqueeze(g.get(0), 2), o.unsqueeze(edges.change(), 3)),
                o.multiply(o.unsqueeze(g.get(1), 2), o.unsqueeze(edges.direction(), 3)));
        T scalars = o.sum(g.get(2), 1);
        if (shape.classes() > 1) {
            scalars = o.add(scalars, o.gather(o.parameter("class.scalar"), in.siteClass()));
        }
        return new State<>(o.sum(message, 1), scalars);
    }

    private <T> State<T> message(TensorOps<T> o, int layer, EdgeGeometry<T> edges, T neighbours, State<T> state) {
        String p = "layer" + layer + ".";
        T of = o.gather(mlp(o, state.scalars, p + "node"), neighbours);
        T gates = o.multiply(o.multiply(o.linear(edges.features(), p + "edge"), of), edges.weight());
        List<T> g = split(o, gates, 2, 4);
        T along = o.unsqueeze(edges.direction(), 3); // (N, K, 3, 1)
        T mixed = o.matmul(state.vectors, o.parameter(p + "mix.weight"));
        T difference = o.subtract(o.gather(mixed, neighbours), o.unsqueeze(mixed, 1)); // (N, K, 3, C)
        T projection = o.sum(o.multiply(difference, along), 2); // (N, K, C)
        T radial = o.add(o.multiply(g.get(1), projection), g.get(2));
        T message = o.add(o.multiply(o.unsqueeze(g.get(0), 2), difference), o.multiply(o.unsqueeze(radial, 2), along));
        T scalar = o.multiply(g.get(3), o.affine(projection, 1, 1));
        return new State<>(o.add(state.vectors, o.sum(message, 1)), o.add(state.scalars, o.sum(scalar, 1)));
    }

    private <T> State<T> update(TensorOps<T> o, int layer, State<T> state) {
        T squares = o.sum(o.multiply(state.vectors, state.vectors), 1);
        T norm = o.sqrt(o.affine(squares, 1, SMALL));
        List<T> q = split(o, mlp(o, o.concat(1, List.of(state.scalars, norm)), "layer" + layer + ".update"), 1, 3);
        T vectors = o.multiply(state.vectors, o.affine(o.unsqueeze(q.get(0), 1), 1, 1));
        T scalars = o.add(o.add(state.scalars, q.get(1)), o.affine(o.multiply(q.get(2), norm), 0.1f, 0));
        return new State<>(vectors, scalars);
    }

    private static <T> T mlp(TensorOps<T> o, T x, String name) {
        return o.linear(o.silu(o.linear(x, name + ".0")), name + ".1");
    }

    private <T> List<T> split(TensorOps<T> o, T x, int axis, int parts) {
        List<T> out = new ArrayList<>();
        for (int k = 0; k < parts; k++) {
            out.add(o.slice(x, axis, (long) k * shape.channels(), (k + 1L) * shape.channels()));
        }
        return out;
    }
}
