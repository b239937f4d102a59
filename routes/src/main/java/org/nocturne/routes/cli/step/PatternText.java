package org.nocturne.routes.cli.step;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.nocturne.core.spectrum.Spectrum;

/** A pattern as text: comments, then two columns, or three where there are errors. Numbers read back to the last bit. */
final class PatternText {
    private PatternText() {}

    /** @param axis from q in 1/angstrom to what the first column holds */
    static String of(Spectrum spectrum, List<String> comments, String axisName, DoubleUnaryOperator axis) {
        StringBuilder text = new StringBuilder();
        comments.forEach(line -> text.append("# ").append(line).append('\n'));
        text.append("# ").append(axisName).append(" intensity").append(spectrum.hasSigma() ? " sigma\n" : "\n");
        double[] q = spectrum.qPerAngstrom();
        double[] intensity = spectrum.intensity();
        double[] sigma = spectrum.sigma();
        for (int k = 0; k < q.length; k++) {
            text.append(axis.applyAsDouble(q[k])).append(' ').append(intensity[k]);
            if (spectrum.hasSigma()) {
                text.append(' ').append(sigma[k]);
            }
            text.append('\n');
        }
        return text.toString();
    }
}
