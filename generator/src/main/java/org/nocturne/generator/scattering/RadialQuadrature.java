package org.nocturne.generator.scattering;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/** Gauss-Legendre points on [0, Rc] in panels short enough for sin(q r) up to the largest q, times the pair envelope. */
final class RadialQuadrature {
    private static final int POINTS_PER_PANEL = 16;
    /** Phase per panel: 16 points integrate two periods of a sine to rounding. */
    private static final double PHASE_PER_PANEL = 4 * Math.PI;

    final double[] r;
    /** Weight of the rule times the envelope. */
    final double[] weight;

    RadialQuadrature(Envelope envelope, double qMax) {
        double rMax = envelope.rMaxAngstrom();
        int panels = (int) Math.ceil(Math.max(8, 2 * qMax * rMax / PHASE_PER_PANEL));
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(POINTS_PER_PANEL, 0, 1);
        double width = rMax / panels;
        r = new double[panels * POINTS_PER_PANEL];
        weight = new double[r.length];
        for (int n = 0; n < r.length; n++) {
            int panel = n / POINTS_PER_PANEL;
            r[n] = width * (panel + rule.getPoint(n % POINTS_PER_PANEL));
            weight[n] = width * rule.getWeight(n % POINTS_PER_PANEL) * envelope.at(r[n]);
        }
    }

    /** 4 pi times the integral of r^2 W(r) j0(q r) over [0, Rc], in cubic angstrom, per point of the grid. */
    double[] continuumPerDensity(double[] q) {
        double[] out = new double[q.length];
        for (int k = 0; k < q.length; k++) {
            for (int n = 0; n < r.length; n++) {
                double sinc = q[k] == 0 ? 1 : Math.sin(q[k] * r[n]) / (q[k] * r[n]);
                out[k] += 4 * Math.PI * weight[n] * r[n] * r[n] * sinc;
            }
        }
        return out;
    }
}
