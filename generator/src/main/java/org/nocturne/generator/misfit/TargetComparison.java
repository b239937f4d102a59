package org.nocturne.generator.misfit;

import java.util.OptionalDouble;
import org.nocturne.core.port.Comparison;
import org.nocturne.core.spectrum.PatternFit;
import org.nocturne.core.spectrum.PatternKind;
import org.nocturne.core.spectrum.Target;

/** All that is said of a pattern against one target: fitted pattern, Rwp, chi2 where errors are stated, R(S-1) for a structure factor. */
public final class TargetComparison implements Comparison {
    private final Target target;
    private final Adjustment adjustment;
    private final Rwp rwp;

    public TargetComparison(Target target, Adjustment adjustment) {
        this.target = target;
        this.adjustment = adjustment;
        this.rwp = new Rwp(target.spectrum(), adjustment);
    }

    @Override
    public PatternFit fit(double[] intensity) {
        ScaleAndBackground adjusted = new WeightedResidual(target.spectrum(), adjustment).fit(intensity);
        OptionalDouble chi2 = target.spectrum().hasSigma()
                ? OptionalDouble.of(new ReducedChiSquare(target.spectrum(), adjustment).of(intensity))
                : OptionalDouble.empty();
        OptionalDouble rMinusOne = target.kind() == PatternKind.STRUCTURE_FACTOR
                ? OptionalDouble.of(
                        new RStructureFactor(target.spectrum(), 0, Double.MAX_VALUE).of(adjusted.apply(intensity)))
                : OptionalDouble.empty();
        return new PatternFit(
                adjusted.apply(intensity), adjusted.scale(), adjusted.background(), rwp.of(intensity), chi2, rMinusOne);
    }
}
