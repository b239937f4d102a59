package org.nocturne.learning.train.onnx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nocturne.learning.train.network.ParameterLayout;
import org.nocturne.learning.train.network.TensorOps;
import org.nocturne.learning.train.onnx.OnnxGraph.Attribute;

/** Tensor operations as nodes of an ONNX graph; a tensor is the name of a value in it. */
public final class OnnxOps implements TensorOps<String> {
    private final OnnxGraph graph;
    private final ParameterLayout layout;
    private final float[] weights;
    private final Map<String, String> written = new HashMap<>();

    /** @param weights all parameters, in the order of their layout */
    public OnnxOps(OnnxGraph graph, ParameterLayout layout, float[] weights) {
        if (weights.length != layout.size()) {
            throw new IllegalArgumentException(
                    "found " + weights.length + " weights for a network of " + layout.size() + " parameters");
        }
        this.graph = graph;
        this.layout = layout;
        this.weights = weights.clone();
    }

    @Override
    public String parameter(String name) {
        ParameterLayout.Parameter parameter = layout.named(name);
        return written.computeIfAbsent(name, n -> graph.floats(parameter.of(weights), parameter.shape()));
    }

    @Override
    public String constant(float[] values, long... shape) {
        return graph.floats(values, shape);
    }

    @Override
    public String add(String a, String b) {
        return graph.op("Add", List.of(a, b));
    }

    @Override
    public String subtract(String a, String b) {
        return graph.op("Sub", List.of(a, b));
    }

    @Override
    public String multiply(String a, String b) {
        return graph.op("Mul", List.of(a, b));
    }

    @Override
    public String divide(String a, String b) {
        return graph.op("Div", List.of(a, b));
    }

    @Override
    public String affine(String x, float factor, float offset) {
        String scaled = factor == 1 ? x : multiply(x, graph.scalar(factor));
        return offset == 0 ? scaled : add(scaled, graph.scalar(offset));
    }

    @Override
    public String exp(String x) {
        return graph.op("Exp", List.of(x));
    }

    @Override
    public String log(String x) {
        return graph.op("Log", List.of(x));
    }

    @Override
    public String sqrt(String x) {
        return graph.op("Sqrt", List.of(x));
    }

    @Override
    public String silu(String x) {
        return multiply(x, graph.op("Sigmoid", List.of(x)));
    }

    @Override
    public String clip(String x, float low, float high) {
        return graph.op("Clip", List.of(x, graph.floats(new float[] {low}), graph.floats(new float[] {high})));
    }

    @Override
    public String matmul(String a, String b) {
        return graph.op("MatMul", List.of(a, b));
    }

    @Override
    public String linear(String x, String name) {
        return add(matmul(x, parameter(name + ".weight")), parameter(name + ".bias"));
    }

    @Override
    public String gather(String x, String index) {
        return graph.op("Gather", List.of(x, index), new Attribute("axis", 0));
    }

    @Override
    public String concat(int axis, List<String> parts) {
        return graph.op("Concat", parts, new Attribute("axis", axis));
    }

    @Override
    public String slice(String x, int axis, long from, long to) {
        return graph.op("Slice", List.of(x, graph.longs(from), graph.longs(to), graph.longs(axis)));
    }

    @Override
    public String reshape(String x, long... shape) {
        return graph.op("Reshape", List.of(x, graph.longs(shape)));
    }

    @Override
    public String unsqueeze(String x, int axis) {
        return graph.op("Unsqueeze", List.of(x, graph.longs(axis)));
    }

    @Override
    public String sum(String x, int axis) {
        return graph.op("ReduceSum", List.of(x, graph.longs(axis)), new Attribute("keepdims", 0));
    }

    @Override
    public String mean(String x, int axis) {
        return graph.op("ReduceMean", List.of(x, graph.longs(axis)), new Attribute("keepdims", 1));
    }
}
