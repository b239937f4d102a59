package org.nocturne.learning.train;

import java.util.List;
import org.nocturne.core.crystal.PairBasis;
import org.nocturne.core.model.ModelManifest;
import org.nocturne.learning.train.onnx.OnnxGraph;
import org.nocturne.learning.train.onnx.OnnxGraph.Attribute;

/**
 * Effective force constants as an ONNX graph behind the fixed seam. A neighbour finds its bond by the nearest of its site's
 * tabulated vectors, so the order of atoms and of neighbours is free; its matrix is Phi0 + t Phi1 + ..., t = T/1000 K; the force is the
 * sum over neighbours of (u_j - u_i) Phi.
 */
final class LinearForceGraph {
    private LinearForceGraph() {}

    static byte[] of(EffectiveForceConstants constants) {
        OnnxGraph g = new OnnxGraph();
        declareInputs(g);
        g.output(force(g, constants), "force", OnnxGraph.FLOAT, "N", 3);
        return g.bytes();
    }

    /** The inputs of the seam. */
    static void declareInputs(OnnxGraph g) {
        for (ModelManifest.Tensor input : ModelManifest.INPUTS) {
            g.input(
                    input.name(),
                    input.type().equals("int64") ? OnnxGraph.INT64 : OnnxGraph.FLOAT,
                    input.shape().stream().map(LinearForceGraph::dimension).toArray());
        }
    }

    /** The name of the linear force, (N, 3), in a graph that has the inputs of the seam. */
    static String force(OnnxGraph g, EffectiveForceConstants constants) {
        PairBasis orbits = constants.orbits();
        int sites = orbits.sites();
        int widest = widest(orbits);
        String vectors = g.floats(vectorTable(orbits, widest), sites, widest, 3);

        String mine = g.op("Gather", List.of(vectors, "site_class")); // (N, S, 3)
        String mineSpread = g.op("Unsqueeze", List.of(mine, g.longs(1))); // (N, 1, S, 3)
        String referenceSpread = g.op("Unsqueeze", List.of("reference_vectors", g.longs(2))); // (N, K, 1, 3)
        String difference = g.op("Sub", List.of(referenceSpread, mineSpread));
        String square = g.op("Mul", List.of(difference, difference));
        String distance = g.op("ReduceSum", List.of(square, g.longs(3)), new Attribute("keepdims", 0)); // (N, K, S)
        String slot = g.op("ArgMin", List.of(distance), new Attribute("axis", 2), new Attribute("keepdims", 0));
        String siteSpread = g.op("Unsqueeze", List.of("site_class", g.longs(1)));
        String row = g.op("Add", List.of(g.op("Mul", List.of(siteSpread, g.scalar(widest))), slot)); // (N, K)

        String matrix = polynomial(g, constants, widest, row); // (N, K, 3, 3)
        String neighbour = g.op("Gather", List.of("displacements", "neighbours")); // (N, K, 3)
        String relative = g.op("Sub", List.of(neighbour, g.op("Unsqueeze", List.of("displacements", g.longs(1)))));
        String masked = g.op("Mul", List.of(relative, g.op("Unsqueeze", List.of("mask", g.longs(2)))));
        String asRow = g.op("Unsqueeze", List.of(masked, g.longs(2))); // (N, K, 1, 3)
        String part = g.op("MatMul", List.of(asRow, matrix)); // (N, K, 1, 3)
        return g.op("ReduceSum", List.of(part, g.longs(1, 2)), new Attribute("keepdims", 0));
    }

    private static Object dimension(String size) {
        return Character.isDigit(size.charAt(0)) ? Long.valueOf(size) : size;
    }

    private static String polynomial(OnnxGraph g, EffectiveForceConstants constants, int widest, String row) {
        int sites = constants.orbits().sites();
        String t = g.op("Div", List.of("temperature", g.scalar((float) EffectiveForceConstants.KELVIN_PER_UNIT)));
        String sum = "";
        for (int power = constants.degree(); power >= 0; power--) { // Horner
            String table = g.floats(matrixTable(constants, power, widest), (long) sites * widest, 3, 3);
            sum = sum.isEmpty() ? table : g.op("Add", List.of(table, g.op("Mul", List.of(t, sum))));
        }
        return g.op("Gather", List.of(sum, row));
    }

    private static int widest(PairBasis orbits) {
        int[] count = new int[orbits.sites()];
        orbits.bonds().forEach(b -> count[b.site()]++);
        return java.util.Arrays.stream(count).max().orElseThrow();
    }

    /** Vectors of the bonds of each site; unused places lie far outside, where nothing is nearest to them. */
    private static float[] vectorTable(PairBasis orbits, int widest) {
        float[] out = new float[orbits.sites() * widest * 3];
        java.util.Arrays.fill(out, 1e3f);
        int[] used = new int[orbits.sites()];
        for (PairBasis.Bond b : orbits.bonds()) {
            int at = 3 * (b.site() * widest + used[b.site()]++);
            out[at] = (float) b.dx();
            out[at + 1] = (float) b.dy();
            out[at + 2] = (float) b.dz();
        }
        return out;
    }

    private static float[] matrixTable(EffectiveForceConstants constants, int power, int widest) {
        PairBasis orbits = constants.orbits();
        float[] out = new float[orbits.sites() * widest * 9];
        int[] used = new int[orbits.sites()];
        for (int b = 0; b < orbits.bonds().size(); b++) {
            int site = orbits.bonds().get(b).site();
            double[] matrix = constants.matrix(power, b);
            int at = 9 * (site * widest + used[site]++);
            for (int k = 0; k < 9; k++) {
                out[at + k] = (float) matrix[k];
            }
        }
        return out;
    }
}
