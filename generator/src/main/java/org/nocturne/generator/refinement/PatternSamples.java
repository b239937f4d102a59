package org.nocturne.generator.refinement;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.nocturne.core.port.Observable;
import org.nocturne.core.structure.Structure;

/** Patterns of thermal configurations of several structures, as many of each: their mean, and how they scatter within a structure. */
final class PatternSamples {
    private final List<List<double[]>> patterns = new ArrayList<>();
    private final int points;

    /** @param configurations one list for each structure, of at least two configurations */
    PatternSamples(Observable observable, List<List<Structure>> configurations) {
        for (List<Structure> ofOne : configurations) {
            if (ofOne.size() < 2 || ofOne.size() != configurations.get(0).size()) {
                throw new IllegalArgumentException("a structure has " + ofOne.size() + " configurations and the first "
                        + configurations.get(0).size() + "; as many of each are wanted, 2 or more");
            }
            patterns.add(ofOne.stream().map(observable::intensity).toList());
        }
        points = patterns.get(0).get(0).length;
    }

    /** Over all configurations. */
    double[] mean() {
        double[] out = new double[points];
        for (List<double[]> ofOne : patterns) {
            double[] one = mean(ofOne);
            for (int k = 0; k < points; k++) {
                out[k] += one[k] / patterns.size();
            }
        }
        return out;
    }

    /** Of the configurations of one structure about their own mean, pooled; points x points. */
    DMatrixRMaj covarianceWithin() {
        DMatrixRMaj out = new DMatrixRMaj(points, points);
        int freedom = 0;
        for (List<double[]> ofOne : patterns) {
            double[] mean = mean(ofOne);
            freedom += ofOne.size() - 1;
            for (double[] one : ofOne) {
                for (int i = 0; i < points; i++) {
                    for (int j = 0; j < points; j++) {
                        out.data[i * points + j] += (one[i] - mean[i]) * (one[j] - mean[j]);
                    }
                }
            }
        }
        for (int k = 0; k < out.data.length; k++) {
            out.data[k] /= freedom;
        }
        return out;
    }

    private double[] mean(List<double[]> ofOne) {
        double[] out = new double[points];
        for (double[] one : ofOne) {
            for (int k = 0; k < points; k++) {
                out[k] += one[k] / ofOne.size();
            }
        }
        return out;
    }
}
