package org.nocturne.learning.train;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.nocturne.core.model.ThermalStrain;
import org.nocturne.core.structure.Kelvin;

/** Weighted least squares of a polynomial in T through the mean cells of training data. */
public final class StrainFit {
    /** Cells nearer than this are the same cell. */
    private static final double SAME = 1e-9;

    private final List<Point> points = new ArrayList<>();

    /**
     * The cell of some frames.
     *
     * @param strain edges over those of the inherent structure, less 1
     * @param standardError of it; 0 where the cell was given rather than found
     */
    public record Point(Kelvin temperature, double strain, double standardError) {}

    /** Adds a cell; one that is known already counts once. */
    public void add(Point point) {
        if (points.stream()
                .noneMatch(p ->
                        p.temperature().equals(point.temperature()) && Math.abs(p.strain() - point.strain()) < SAME)) {
            points.add(point);
        }
    }

    /**
     * The polynomial; none where every cell is that of the inherent structure. Where a cell states no error, all weigh the same and the
     * covariance is that of the residuals, or 0 where there are none.
     *
     * @param degree highest power of T; lower where there are no more temperatures than that
     */
    public ThermalStrain solve(int degree) {
        if (points.stream().allMatch(p -> Math.abs(p.strain()) < SAME)) {
            return ThermalStrain.NONE;
        }
        long temperatures = points.stream().map(Point::temperature).distinct().count();
        int terms = (int) Math.min(degree + 1, temperatures);
        boolean weighted = points.stream().allMatch(p -> p.standardError() > 0);
        DMatrixRMaj normal = new DMatrixRMaj(terms, terms);
        DMatrixRMaj right = new DMatrixRMaj(terms, 1);
        for (Point point : points) {
            double weight = weighted ? 1 / (point.standardError() * point.standardError()) : 1;
            double t = point.temperature().value() / 1000;
            for (int a = 0; a < terms; a++) {
                right.add(a, 0, weight * Math.pow(t, a) * point.strain());
                for (int b = 0; b < terms; b++) {
                    normal.add(a, b, weight * Math.pow(t, a + b));
                }
            }
        }
        DMatrixRMaj inverse = new DMatrixRMaj(terms, terms);
        if (!CommonOps_DDRM.invert(normal, inverse)) {
            throw new IllegalArgumentException("cells at " + points + " determine no strain of degree " + (terms - 1));
        }
        DMatrixRMaj found = new DMatrixRMaj(terms, 1);
        CommonOps_DDRM.mult(inverse, right, found);
        List<Double> coefficients = new ArrayList<>();
        for (int a = 0; a < terms; a++) {
            coefficients.add(found.get(a, 0));
        }
        double unit = weighted ? 1 : residualVariance(coefficients);
        List<Double> covariance = new ArrayList<>();
        for (int k = 0; k < terms * terms; k++) {
            covariance.add(unit * inverse.get(k / terms, k % terms));
        }
        return new ThermalStrain(coefficients, covariance);
    }

    private double residualVariance(List<Double> coefficients) {
        int freedom = points.size() - coefficients.size();
        double sum = 0;
        for (Point point : points) {
            double t = point.temperature().value() / 1000;
            double rest = point.strain();
            for (int a = 0; a < coefficients.size(); a++) {
                rest -= coefficients.get(a) * Math.pow(t, a);
            }
            sum += rest * rest;
        }
        return freedom > 0 ? sum / freedom : 0;
    }
}
