package org.nocturne.generator.refinement;

import java.util.List;
import org.nocturne.core.port.Observable;
import org.nocturne.core.structure.Structure;

/** The pattern of an ensemble: the mean over its structures, and over the thermal displacements of each. */
public final class MeanPattern {
    private MeanPattern() {}

    public static double[] of(Observable observable, List<Structure> structures, Displaced displaced) {
        double[] mean = new double[0];
        for (int a = 0; a < structures.size(); a++) {
            List<double[]> fields = displaced.fields().get(a);
            for (double[] u : fields) {
                double[] one = observable.intensity(structures.get(a).displaced(u));
                mean = mean.length == 0 ? new double[one.length] : mean;
                for (int k = 0; k < one.length; k++) {
                    mean[k] += one[k] / (fields.size() * structures.size());
                }
            }
        }
        return mean;
    }
}
