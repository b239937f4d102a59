package org.nocturne.learning.train.torch;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.nocturne.learning.train.network.ParameterLayout;
import org.nocturne.learning.train.network.ParameterLayout.Parameter;

/** The parameters of a network as libtorch tensors that live as long as this. */
final class TorchWeights {
    private final ParameterLayout layout;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    TorchWeights(ParameterLayout layout) {
        this.layout = layout;
        for (Parameter parameter : layout.all()) {
            // A copy: the tensor of create() may share memory with an array that Java frees.
            Tensor tensor = AbstractTensor.create(new float[parameter.size()], parameter.shape())
                    .clone();
            tensor.set_requires_grad(true);
            tensors.put(parameter.name(), tensor);
        }
    }

    void load(float[] weights) {
        for (Parameter parameter : layout.all()) {
            FloatBuffer buffer = tensor(parameter).createBuffer();
            buffer.put(weights, parameter.offset(), parameter.size());
        }
    }

    /** What a network is evaluated with; within a PointerScope. */
    TorchOps ops() {
        return new TorchOps(tensors);
    }

    /** Takes the gradient of the last backward pass and clears it. */
    void takeGradient(float[] into) {
        for (Parameter parameter : layout.all()) {
            Tensor gradient = tensor(parameter).grad();
            if (gradient.defined()) {
                FloatBuffer buffer = gradient.createBuffer();
                buffer.get(into, parameter.offset(), parameter.size());
                gradient.zero_();
            }
        }
    }

    private Tensor tensor(Parameter parameter) {
        return Objects.requireNonNull(tensors.get(parameter.name()));
    }
}
