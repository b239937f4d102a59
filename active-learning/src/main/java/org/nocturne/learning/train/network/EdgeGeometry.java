package org.nocturne.learning.train.network;

import java.util.ArrayList;
import java.util.List;

/**
 * The edges of a local environment as the messages see them.
 *
 * @param change u_j - u_i in units of sigma, (N, K, 3)
 * @param direction unit vector along r_ij = r0_ij + u_j - u_i, (N, K, 3)
 * @param features invariants of the edge, (N, K, F)
 * @param weight smooth cut-off and mask over the root of the number of neighbours, (N, K, 1)
 */
record EdgeGeometry<T>(T change, T direction, T features, T weight) {

    static <T> EdgeGeometry<T> of(TensorOps<T> o, NetworkShape shape, NetworkInputs<T> in) {
        T sigma = o.unsqueeze(in.sigma(), 2); // (N or 1, 1, 1)
        T scaled = o.divide(in.displacements(), in.sigma());
        T change = o.subtract(o.gather(scaled, in.neighbours()), o.unsqueeze(scaled, 1));
        T absent = o.affine(o.unsqueeze(in.mask(), 2), -1, 1);
        T stretch = o.multiply(change, sigma);
        T r = o.add(in.reference(), stretch);
        T length0 = o.sqrt(o.add(norm2(o, in.reference()), absent)); // 1 in empty places: nothing is divided by 0
        T length = o.sqrt(o.add(norm2(o, r), absent));
        // |r| - |r0| without the difference of two nearly equal numbers.
        T grown = o.divide(
                o.unsqueeze(o.sum(o.multiply(stretch, o.add(r, in.reference())), 2), 2), o.add(length, length0));
        List<T> features = new ArrayList<>();
        features.add(RadialFunctions.gaussians(
                o, length0, 3, shape.radialFromAngstrom(), shape.cutOffAngstrom(), shape.radialFunctions()));
        features.add(o.affine(o.divide(grown, sigma), 1 / 3f, 0));
        features.add(o.affine(norm2(o, change), 1 / 9f, 0));
        features.add(grown);
        T weight = o.multiply(
                RadialFunctions.cutOff(o, length0, shape.cutOnAngstrom(), shape.cutOffAngstrom()),
                o.unsqueeze(in.mask(), 2));
        return new EdgeGeometry<>(
                change,
                o.divide(r, length),
                o.concat(2, features),
                o.affine(weight, (float) (1 / Math.sqrt(shape.neighboursPerAtom())), 0));
    }

    private static <T> T norm2(TensorOps<T> o, T vectors) {
        return o.unsqueeze(o.sum(o.multiply(vectors, vectors), 2), 2);
    }
}
