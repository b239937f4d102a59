package org.nocturne.learning.train.torch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.nocturne.learning.train.job.FrameLayout;
import org.nocturne.learning.train.job.LabelledDisplacement;
import org.nocturne.learning.train.network.NetworkInputs;

/** Lays frames of one layout behind one another. What does not change from batch to batch is made once and kept. */
final class Collation {

    private record Key(int layout, int copies) {}

    private record Fixed(Tensor siteClass, Tensor neighbours, Tensor mask, Tensor reference) {}

    private final List<FrameLayout> layouts;
    private final double sigmaPerRootKelvin;
    private final Map<Key, Fixed> fixed = new HashMap<>();

    Collation(List<FrameLayout> layouts, double sigmaPerRootKelvin) {
        this.layouts = layouts;
        this.sigmaPerRootKelvin = sigmaPerRootKelvin;
    }

    /** Makes what batches of this kind share; call it outside of any PointerScope, whose end would free it. */
    void prepare(int layout, int copies) {
        fixed.computeIfAbsent(new Key(layout, copies), key -> make(layouts.get(layout), copies));
    }

    /** Within a PointerScope. */
    NetworkInputs<Tensor> inputs(List<LabelledDisplacement> frames) {
        int layout = frames.get(0).layout();
        int n = layouts.get(layout).atoms();
        Fixed kept = fixed.get(new Key(layout, frames.size()));
        if (kept == null) {
            throw new IllegalStateException("batches of " + frames.size() + " frames were not prepared");
        }
        float[] u = new float[3 * n * frames.size()];
        float[] sigma = new float[n * frames.size()];
        for (int f = 0; f < frames.size(); f++) {
            System.arraycopy(frames.get(f).displacements(), 0, u, 3 * n * f, 3 * n);
            double s = sigmaPerRootKelvin * Math.sqrt(frames.get(f).temperatureK());
            java.util.Arrays.fill(sigma, n * f, n * (f + 1), (float) s);
        }
        long rows = (long) n * frames.size();
        return new NetworkInputs<>(
                frames.size(),
                AbstractTensor.create(u, rows, 3),
                kept.siteClass,
                kept.neighbours,
                kept.mask,
                kept.reference,
                AbstractTensor.create(sigma, rows, 1));
    }

    private static Fixed make(FrameLayout layout, int copies) {
        int n = layout.atoms();
        int nk = n * layout.slots();
        long[] site = new long[n * copies];
        long[] neighbours = new long[nk * copies];
        float[] mask = new float[nk * copies];
        float[] reference = new float[3 * nk * copies];
        for (int c = 0; c < copies; c++) {
            for (int i = 0; i < n; i++) {
                site[c * n + i] = layout.siteClass()[i];
            }
            for (int k = 0; k < nk; k++) {
                neighbours[c * nk + k] = (long) c * n + layout.neighbour()[k];
            }
            System.arraycopy(layout.mask(), 0, mask, c * nk, nk);
            System.arraycopy(layout.reference(), 0, reference, 3 * c * nk, 3 * nk);
        }
        long rows = (long) n * copies;
        return new Fixed(
                AbstractTensor.create(site, rows).clone(),
                AbstractTensor.create(neighbours, rows, layout.slots()).clone(),
                AbstractTensor.create(mask, rows, layout.slots()).clone(),
                AbstractTensor.create(reference, rows, layout.slots(), 3).clone());
    }
}
