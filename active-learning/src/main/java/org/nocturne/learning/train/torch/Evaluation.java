package org.nocturne.learning.train.torch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.nocturne.learning.train.job.FrameSetReader;
import org.nocturne.learning.train.job.FrameSetReader.Entry;
import org.nocturne.learning.train.job.LabelledDisplacement;

/** Relative force error of a network: root of the summed squared differences over that of the forces, frame by frame. */
final class Evaluation {
    private final FrameSetReader set;
    private final Collation collation;

    Evaluation(FrameSetReader set, Collation collation) {
        this.set = set;
        this.collation = collation;
        for (int layout = 0; layout < set.layouts().size(); layout++) {
            collation.prepare(layout, 1);
        }
    }

    /** At most this many, evenly out of all. */
    static List<Entry> choose(List<Entry> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        List<Entry> out = new ArrayList<>();
        for (int k = 0; k < most; k++) {
            out.add(all.get((int) ((long) k * all.size() / most)));
        }
        return out;
    }

    double error(TorchNetwork network, List<Entry> frames) throws IOException {
        Sums sums = new Sums();
        for (Entry entry : frames) {
            sums.add(network, set.read(entry));
        }
        return sums.relative();
    }

    SortedMap<Double, Double> errorByKelvin(TorchNetwork network, List<Entry> frames) throws IOException {
        SortedMap<Double, Sums> sums = new TreeMap<>();
        for (Entry entry : frames) {
            sums.computeIfAbsent(entry.temperatureK(), k -> new Sums()).add(network, set.read(entry));
        }
        SortedMap<Double, Double> out = new TreeMap<>();
        sums.forEach((kelvin, sum) -> out.put(kelvin, sum.relative()));
        return out;
    }

    private final class Sums {
        private double errors;
        private double forces;

        void add(TorchNetwork network, LabelledDisplacement frame) {
            try (PointerScope scope = new PointerScope();
                    NoGradGuard noGradient = new NoGradGuard()) {
                Tensor predicted = network.residualForce(collation.inputs(List.of(frame)));
                float[] residual = new float[frame.forces().length];
                predicted.contiguous().<java.nio.FloatBuffer>createBuffer().get(residual);
                for (int k = 0; k < residual.length; k++) {
                    double d = (double) residual[k] + frame.linearForces()[k] - frame.forces()[k];
                    errors += d * d;
                }
                forces += frame.forceSquare();
            }
        }

        double relative() {
            return Math.sqrt(errors / forces);
        }
    }
}
