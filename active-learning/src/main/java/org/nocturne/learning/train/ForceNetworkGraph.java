package org.nocturne.learning.train;

import java.util.Arrays;
import java.util.List;
import org.nocturne.learning.train.network.EquivariantForceNetwork;
import org.nocturne.learning.train.network.NetworkInputs;
import org.nocturne.learning.train.onnx.OnnxGraph;
import org.nocturne.learning.train.onnx.OnnxOps;

/** The full force F = -H0 u + dF as an ONNX graph behind the fixed seam: bare constants from a table, dF from the network. */
final class ForceNetworkGraph {
    private ForceNetworkGraph() {}

    static byte[] of(EffectiveForceConstants bare, EquivariantForceNetwork network, float[] weights) {
        OnnxGraph g = new OnnxGraph();
        LinearForceGraph.declareInputs(g);
        String linear = LinearForceGraph.force(g, bare);
        g.output(g.op("Add", List.of(linear, residual(g, network, weights))), "force", OnnxGraph.FLOAT, "N", 3);
        return g.bytes();
    }

    /** dF alone: what turns with a rotation of everything, which a table of bare constants does not. */
    static byte[] residualOnly(EquivariantForceNetwork network, float[] weights) {
        OnnxGraph g = new OnnxGraph();
        LinearForceGraph.declareInputs(g);
        g.output(residual(g, network, weights), "force", OnnxGraph.FLOAT, "N", 3);
        return g.bytes();
    }

    private static String residual(OnnxGraph g, EquivariantForceNetwork network, float[] weights) {
        OnnxOps o = new OnnxOps(g, network.parameters(), weights);
        String root = g.op("Sqrt", List.of(g.op("Reshape", List.of("temperature", g.longs(1, 1)))));
        String sigma = o.affine(root, (float) network.shape().sigmaAngstromPerRootKelvin(), 0);
        String classOfSite = g.longs(
                Arrays.stream(network.shape().classOfSite()).asLongStream().toArray());
        return network.residualForce(
                o,
                new NetworkInputs<>(
                        1,
                        "displacements",
                        o.gather(classOfSite, "site_class"),
                        "neighbours",
                        "mask",
                        "reference_vectors",
                        sigma));
    }
}
