package org.nocturne.learning.train.network;

import java.util.List;
import org.nocturne.learning.train.network.EquivariantLayers.State;

/**
 * A local E(3)-equivariant network that says which noise was added to a disordered structure: x = x0 + sigma eps, given x and sigma it
 * returns the mean of eps, and so the score -eps/sigma of the noised distribution (Vincent, Neural Computation 23, 1661, 2011; Song et al.,
 * ICLR 2021, variance exploding). It sees the noised structure alone: all neighbours within the cut-off, and no reference sites.
 */
public final class EquivariantDenoiser {
    private final DenoiserShape shape;
    private final EquivariantLayers layers;
    private final ParameterLayout parameters;

    public EquivariantDenoiser(DenoiserShape shape) {
        this.shape = shape;
        this.layers = new EquivariantLayers(shape.channels());
        this.parameters = declare();
    }

    public DenoiserShape shape() {
        return shape;
    }

    public ParameterLayout parameters() {
        return parameters;
    }

    private ParameterLayout declare() {
        int c = shape.channels();
        int e = shape.radialFunctions();
        int s = shape.noiseFunctions();
        ParameterLayout out = new ParameterLayout();
        out.linear("first.0", e, c).add("first.noise", s, s, c).linear("first.1", c, 2 * c);
        out.add("own.noise", s, s, c);
        if (manySpecies()) {
            for (String part : List.of("own", "other", "scalar")) {
                out.add("species." + part, 1, shape.species().size(), c);
            }
        }
        for (int l = 0; l < shape.layers(); l++) {
            String p = "layer" + l + ".";
            out.linear(p + "edge", e, 4 * c).add(p + "noise", s, s, 4 * c);
            layers.declare(out, p);
        }
        return out.linear("gate.0", c, c).silent("gate.1", c, c);
    }

    private boolean manySpecies() {
        return shape.species().size() > 1;
    }

    /** The mean of eps, (N, 3); in units of sigma. */
    public <T> T noise(TensorOps<T> o, DenoiserInputs<T> in) {
        Edges<T> edges = edges(o, in);
        T level = RadialFunctions.gaussians(
                o,
                o.log(in.sigma()),
                2,
                Math.log(shape.leastNoiseAngstrom()),
                Math.log(shape.mostNoiseAngstrom()),
                shape.noiseFunctions());
        State<T> state = first(o, edges, level, in);
        for (int l = 0; l < shape.layers(); l++) {
            String p = "layer" + l + ".";
            T gates = o.add(o.linear(edges.features, p + "edge"), ofLevel(o, level, p + "noise"));
            state = layers.message(o, p, gates, edges.direction, edges.weight, in.neighbours(), state);
            state = layers.update(o, p, state);
        }
        return layers.vector(o, "gate", state);
    }

    /**
     * @param direction unit vectors, (N, K, 3)
     * @param features of the distance, (N, K, F)
     * @param weight smooth cut-off and mask over the root of the number of neighbours, (N, K, 1)
     */
    private record Edges<T>(T direction, T features, T weight) {}

    private <T> Edges<T> edges(TensorOps<T> o, DenoiserInputs<T> in) {
        T mask = o.unsqueeze(in.mask(), 2);
        T absent = o.affine(mask, -1, 1);
        T square = o.unsqueeze(o.sum(o.multiply(in.vectors(), in.vectors()), 2), 2);
        T length = o.sqrt(o.affine(o.add(square, absent), 1, 1e-8f)); // empty places and meeting atoms divide by no 0
        double cutoff = shape.cutoffAngstrom();
        T weight = o.multiply(RadialFunctions.cutOff(o, length, cutoff / 2, cutoff), mask);
        return new Edges<>(
                o.divide(in.vectors(), length),
                RadialFunctions.gaussians(o, length, 3, 0, cutoff, shape.radialFunctions()),
                o.affine(weight, (float) (1 / Math.sqrt(shape.neighboursPerAtom())), 0));
    }

    /** (N or 1, 1, the outputs of the parameter). */
    private static <T> T ofLevel(TensorOps<T> o, T level, String parameter) {
        return o.unsqueeze(o.matmul(level, o.parameter(parameter)), 1);
    }

    private <T> State<T> first(TensorOps<T> o, Edges<T> edges, T level, DenoiserInputs<T> in) {
        T hidden = o.add(o.linear(edges.features, "first.0"), ofLevel(o, level, "first.noise"));
        if (manySpecies()) {
            T own = o.gather(o.parameter("species.own"), in.species());
            T other = o.gather(o.gather(o.parameter("species.other"), in.species()), in.neighbours());
            hidden = o.add(hidden, o.add(other, o.unsqueeze(own, 1)));
        }
        T gates = o.multiply(o.linear(o.silu(hidden), "first.1"), edges.weight);
        List<T> g = layers.split(o, gates, 2, 2);
        T vectors = o.sum(o.multiply(o.unsqueeze(g.get(0), 2), o.unsqueeze(edges.direction, 3)), 1);
        T scalars = o.add(o.sum(g.get(1), 1), o.matmul(level, o.parameter("own.noise")));
        if (manySpecies()) {
            scalars = o.add(scalars, o.gather(o.parameter("species.scalar"), in.species()));
        }
        return new State<>(vectors, scalars);
    }
}
