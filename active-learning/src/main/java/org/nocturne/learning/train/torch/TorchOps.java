package org.nocturne.learning.train.torch;

import static org.bytedeco.pytorch.global.torch.cat;
import static org.bytedeco.pytorch.global.torch.embedding;

import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.nocturne.learning.train.network.TensorOps;

/** Tensor operations that libtorch does at once, and can differentiate. Use within a PointerScope: it frees what they leave behind. */
final class TorchOps implements TensorOps<Tensor> {
    private final Map<String, Tensor> parameters;

    TorchOps(Map<String, Tensor> parameters) {
        this.parameters = parameters;
    }

    @Override
    public Tensor parameter(String name) {
        Tensor found = parameters.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no parameter is named " + name);
        }
        return found;
    }

    @Override
    public Tensor constant(float[] values, long... shape) {
        return AbstractTensor.create(values, shape);
    }

    @Override
    public Tensor add(Tensor a, Tensor b) {
        return a.add(b);
    }

    @Override
    public Tensor subtract(Tensor a, Tensor b) {
        return a.sub(b);
    }

    @Override
    public Tensor multiply(Tensor a, Tensor b) {
        return a.mul(b);
    }

    @Override
    public Tensor divide(Tensor a, Tensor b) {
        return a.div(b);
    }

    @Override
    public Tensor affine(Tensor x, float factor, float offset) {
        Tensor scaled = factor == 1 ? x : x.mul(new Scalar(factor));
        return offset == 0 ? scaled : scaled.add(new Scalar(offset));
    }

    @Override
    public Tensor exp(Tensor x) {
        return x.exp();
    }

    @Override
    public Tensor log(Tensor x) {
        return x.log();
    }

    @Override
    public Tensor sqrt(Tensor x) {
        return x.sqrt();
    }

    @Override
    public Tensor silu(Tensor x) {
        return org.bytedeco.pytorch.global.torch.silu(x);
    }

    @Override
    public Tensor clip(Tensor x, float low, float high) {
        return x.clamp(new ScalarOptional(new Scalar(low)), new ScalarOptional(new Scalar(high)));
    }

    @Override
    public Tensor matmul(Tensor a, Tensor b) {
        return a.matmul(b);
    }

    @Override
    public Tensor linear(Tensor x, String name) {
        return x.matmul(parameter(name + ".weight")).add(parameter(name + ".bias"));
    }

    /** An embedding, whose derivative is a plain sum over rows; it wants a matrix. */
    @Override
    public Tensor gather(Tensor x, Tensor index) {
        if (x.dim() == 2) {
            return embedding(x, index);
        }
        long[] inner = new long[(int) x.dim() - 1];
        long[] shape = new long[(int) (index.dim() + inner.length)];
        for (int k = 0; k < index.dim(); k++) {
            shape[k] = index.size(k);
        }
        for (int k = 0; k < inner.length; k++) {
            shape[(int) index.dim() + k] = x.size(k + 1);
        }
        return embedding(x.reshape(x.size(0), -1), index).reshape(shape);
    }

    @Override
    public Tensor concat(int axis, List<Tensor> parts) {
        return cat(new TensorVector(parts.toArray(new Tensor[0])), axis);
    }

    @Override
    public Tensor slice(Tensor x, int axis, long from, long to) {
        return x.narrow(axis, from, to - from);
    }

    @Override
    public Tensor reshape(Tensor x, long... shape) {
        return x.reshape(shape);
    }

    @Override
    public Tensor unsqueeze(Tensor x, int axis) {
        return x.unsqueeze(axis);
    }

    @Override
    public Tensor sum(Tensor x, int axis) {
        return x.sum(new long[] {axis}, false, new ScalarTypeOptional());
    }

    @Override
    public Tensor mean(Tensor x, int axis) {
        return x.mean(new long[] {axis}, true, new ScalarTypeOptional());
    }
}
