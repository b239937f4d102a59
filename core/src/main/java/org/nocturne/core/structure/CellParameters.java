package org.nocturne.core.structure;

/**
 * The shape of a cell without its orientation, as crystallographers write it: edges in angstrom, angles in degree, alpha between b and c.
 * The cell that is made of it has a along x and b in the xy plane.
 */
public record CellParameters(double a, double b, double c, double alpha, double beta, double gamma) {

    public CellParameters {
        for (double edge : new double[] {a, b, c}) {
            if (!(edge > 0) || Double.isInfinite(edge)) {
                throw new IllegalArgumentException("an edge of the cell is " + edge + " angstrom; above 0 is wanted");
            }
        }
        for (double angle : new double[] {alpha, beta, gamma}) {
            if (!(angle > 0 && angle < 180)) {
                throw new IllegalArgumentException(
                        "an angle of the cell is " + angle + " degree; between 0 and 180 is wanted");
            }
        }
    }

    /**
     * The shape of a cell.
     *
     * @throws IllegalArgumentException if it is not periodic in all three directions
     */
    public static CellParameters of(Cell cell) {
        if (!cell.isFullyPeriodic()) {
            throw new IllegalArgumentException("the cell is not periodic in all three directions");
        }
        return new CellParameters(
                length(cell, 0),
                length(cell, 1),
                length(cell, 2),
                angle(cell, 1, 2),
                angle(cell, 0, 2),
                angle(cell, 0, 1));
    }

    /**
     * The periodic cell of this shape.
     *
     * @throws IllegalArgumentException if no three vectors have such angles
     */
    public Cell cell() {
        double cosGamma = cosine(gamma);
        double sinGamma = gamma == 90 ? 1 : Math.sin(Math.toRadians(gamma));
        double x = cosine(beta);
        double y = (cosine(alpha) - cosine(beta) * cosGamma) / sinGamma;
        double square = 1 - x * x - y * y;
        if (!(square > 1e-9)) {
            throw new IllegalArgumentException(
                    "no cell has the angles " + alpha + ", " + beta + ", " + gamma + " degree");
        }
        return Cell.periodic(a, 0, 0, b * cosGamma, b * sinGamma, 0, c * x, c * y, c * Math.sqrt(square));
    }

    private static double cosine(double degree) {
        return degree == 90 ? 0 : Math.cos(Math.toRadians(degree)); // Math.cos(pi/2) is not quite 0
    }

    private static double length(Cell cell, int vector) {
        return Math.sqrt(dot(cell, vector, vector));
    }

    private static double angle(Cell cell, int u, int v) {
        double dot = dot(cell, u, v);
        if (dot == 0) {
            return 90;
        }
        double cosine = dot / (length(cell, u) * length(cell, v));
        return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
    }

    private static double dot(Cell cell, int u, int v) {
        return cell.component(u, 0) * cell.component(v, 0)
                + cell.component(u, 1) * cell.component(v, 1)
                + cell.component(u, 2) * cell.component(v, 2);
    }
}
