package org.nocturne.learning.train.torch;

import org.bytedeco.pytorch.Tensor;
import org.nocturne.learning.train.network.EquivariantForceNetwork;
import org.nocturne.learning.train.network.NetworkInputs;

/** A force network on libtorch tensors. */
record TorchNetwork(EquivariantForceNetwork network, TorchWeights weights) {

    TorchNetwork(EquivariantForceNetwork network) {
        this(network, new TorchWeights(network.parameters()));
    }

    void load(float[] values) {
        weights.load(values);
    }

    Tensor residualForce(NetworkInputs<Tensor> inputs) {
        return network.residualForce(weights.ops(), inputs);
    }

    void takeGradient(float[] into) {
        weights.takeGradient(into);
    }
}
