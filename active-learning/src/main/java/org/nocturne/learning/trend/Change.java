package org.nocturne.learning.trend;

import org.hipparchus.distribution.continuous.TDistribution;
import org.nocturne.learning.ledger.Judgement;
import org.nocturne.learning.ledger.Quantity;
import org.nocturne.learning.ledger.Verdict;

/**
 * One line of the ledger after two rounds.
 *
 * <p>Welch's statistic (Biometrika 34, 28, 1947) is read with min(n) - 1 degrees of freedom, n the samples of either round, which his own
 * number of them never is below. Both estimates share the reference MD, and where the same version has proposed also samples: what is common to
 * them makes their difference more certain than the sum of their variances says, so the p-values are never too small for it.
 *
 * @param before after the earlier round
 * @param now after the later one
 */
record Change(Judgement before, Judgement now) {

    /** Whether both rounds know an error. */
    boolean isMeasured() {
        double error = error();
        return Double.isFinite(error)
                && error > 0
                && Double.isFinite(now.estimate().value() - before.estimate().value())
                && freedom() >= 1;
    }

    private double error() {
        return Math.hypot(before.estimate().standardError(), now.estimate().standardError());
    }

    private int freedom() {
        return Math.min(before.samples(), now.samples()) - 1;
    }

    /** (now - before) over the error of the difference. */
    double statistic() {
        return (now.estimate().value() - before.estimate().value()) / error();
    }

    /** Two-sided, of the hypothesis that the generator is what it was. */
    double pValue() {
        return 2 * new TDistribution(freedom()).cumulativeProbability(-Math.abs(statistic()));
    }

    boolean isNearer() {
        return now.deviation() < before.deviation() && before.verdict() != Verdict.PASS;
    }

    boolean isFarther() {
        return now.deviation() > before.deviation() && now.verdict() != Verdict.PASS;
    }

    boolean isOpen() {
        return now.verdict() == Verdict.FAIL;
    }

    /** (progress - worth) over its error, where progress is how much nearer to the ideal, in units of the way from there to the edge of the band. */
    double statisticOfProgress(double worth) {
        double error = Math.hypot(inEdges(before), inEdges(now));
        return (before.deviation() - now.deviation() - worth) / error;
    }

    /** One-sided, of the hypothesis that progress was {@code worth} or more. */
    double pValueOfProgress(double worth) {
        return new TDistribution(freedom()).cumulativeProbability(statisticOfProgress(worth));
    }

    /** The error in units of the way from the ideal to the edge on the side of the estimate. */
    private static double inEdges(Judgement line) {
        Quantity quantity = line.quantity();
        double edge = line.estimate().value() < quantity.ideal() && quantity.isTwoSided()
                ? quantity.bandLow()
                : quantity.bandHigh();
        return line.estimate().standardError() / Math.abs(edge - quantity.ideal());
    }

    /** Where it stands and what it is, "proposal rho-u at 300K". */
    String name() {
        return now.stage() + " " + now.name() + " at " + now.temperature();
    }
}
