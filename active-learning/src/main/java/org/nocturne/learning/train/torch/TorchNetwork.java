package org.nocturne.learning.train.torch;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.nocturne.learning.train.network.EquivariantForceNetwork;
import org.nocturne.learning.train.network.NetworkInputs;
import org.nocturne.learning.train.network.ParameterLayout.Parameter;

/** A network whose parameters are libtorch tensors that live as long as it. */
final class TorchNetwork {
    private final EquivariantForceNetwork network;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    TorchNetwork(EquivariantForceNetwork network) {
        this.network = network;
        for (Parameter parameter : network.parameters().all()) {
            // A copy: the tensor of create() may share memory with an array that Java frees.
            Tensor tensor = AbstractTensor.create(new float[parameter.size()], parameter.shape())
                    .clone();
            tensor.set_requires_grad(true);
            tensors.put(parameter.name(), tensor);
        }
    }

    void load(float[] weights) {
        for (Parameter parameter : network.parameters().all()) {
            FloatBuffer buffer = tensor(parameter).createBuffer();
            buffer.put(weights, parameter.offset(), parameter.size());
        }
    }

    Tensor residualForce(NetworkInputs<Tensor> inputs) {
        return network.residualForce(new TorchOps(tensors), inputs);
    }

    /** Takes the gradient of the last backward pass and clears it. */
    void takeGradient(float[] into) {
        for (Parameter parameter : network.parameters().all()) {
            Tensor gradient = tensor(parameter).grad();
            if (gradient.defined()) {
                FloatBuffer buffer = gradient.createBuffer();
                buffer.get(into, parameter.offset(), parameter.size());
                gradient.zero_();
            }
        }
    }

    private Tensor tensor(Parameter parameter) {
        return java.util.Objects.requireNonNull(tensors.get(parameter.name()));
    }
}
