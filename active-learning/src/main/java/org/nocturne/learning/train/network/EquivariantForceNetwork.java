package org.nocturne.learning.train.network;

import java.util.List;
import org.nocturne.learning.train.network.EquivariantLayers.State;

/**
 * An E(3)-equivariant local network for what a force differs by from its linear part, dF = F + H u ({@link EquivariantLayers}), so that
 * a rotation or a reflection of displacements and reference vectors together turns the forces along. Lengths are taken in units of
 * sigma_T, the only way in which temperature enters. The mean force is removed.
 */
public final class EquivariantForceNetwork {
    private final NetworkShape shape;
    private final EquivariantLayers layers;
    private final ParameterLayout parameters;

    public EquivariantForceNetwork(NetworkShape shape) {
        this.shape = shape;
        this.layers = new EquivariantLayers(shape.channels());
        this.parameters = declare();
    }

    public NetworkShape shape() {
        return shape;
    }

    public ParameterLayout parameters() {
        return parameters;
    }

    private ParameterLayout declare() {
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
            layers.declare(out, p);
        }
        return out.linear("gate.0", c, c).silent("gate.1", c, c);
    }

    /** dF in eV/angstrom, (N, 3), with no mean over each structure. */
    public <T> T residualForce(TensorOps<T> o, NetworkInputs<T> in) {
        EdgeGeometry<T> edges = EdgeGeometry.of(o, shape, in);
        State<T> state = first(o, edges, in);
        for (int l = 0; l < shape.layers(); l++) {
            String p = "layer" + l + ".";
            T gates = o.linear(edges.features(), p + "edge");
            state = layers.message(o, p, gates, edges.direction(), edges.weight(), in.neighbours(), state);
            state = layers.update(o, p, state);
        }
        T f = layers.vector(o, "gate", state);
        T sigma2 = o.multiply(in.sigma(), in.sigma());
        T force = o.multiply(f, o.affine(sigma2, (float) shape.residualEvPerCubicAngstrom(), 0));
        T apart = o.reshape(force, in.structures(), -1, 3);
        return o.reshape(o.subtract(apart, o.mean(apart, 1)), -1, 3);
    }

    private <T> State<T> first(TensorOps<T> o, EdgeGeometry<T> edges, NetworkInputs<T> in) {
        T hidden = o.linear(edges.features(), "first.0");
        if (shape.classes() > 1) {
            T own = o.gather(o.parameter("class.own"), in.siteClass());
            T other = o.gather(o.gather(o.parameter("class.other"), in.siteClass()), in.neighbours());
            hidden = o.add(hidden, o.add(other, o.unsqueeze(own, 1)));
        }
        T gates = o.multiply(o.linear(o.silu(hidden), "first.1"), edges.weight());
        List<T> g = layers.split(o, gates, 2, 3);
        T message = o.add(
                o.multiply(o.unsqueeze(g.get(0), 2), o.unsqueeze(edges.change(), 3)),
                o.multiply(o.unsqueeze(g.get(1), 2), o.unsqueeze(edges.direction(), 3)));
        T scalars = o.sum(g.get(2), 1);
        if (shape.classes() > 1) {
            scalars = o.add(scalars, o.gather(o.parameter("class.scalar"), in.siteClass()));
        }
        return new State<>(o.sum(message, 1), scalars);
    }
}
