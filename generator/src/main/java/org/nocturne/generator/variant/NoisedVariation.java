package org.nocturne.generator.variant;

import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.nocturne.core.port.Variation;
import org.nocturne.core.structure.Structure;

/**
 * Variants by noise of one size: with a denoiser by {@link PartialNoising}, or the noise alone, which the code then minimises as it is.
 */
public final class NoisedVariation implements Variation {
    private interface Maker {
        Structure make(Structure parent, RandomGenerator random);
    }

    private final double sigmaAngstrom;
    private final OptionalDouble bondAngstrom;
    private final Maker maker;
    private final Runnable closing;

    private NoisedVariation(double sigmaAngstrom, OptionalDouble bondAngstrom, Maker maker, Runnable closing) {
        if (!(sigmaAngstrom > 0)) {
            throw new IllegalArgumentException("sigma is " + sigmaAngstrom + " angstrom; it must be above 0");
        }
        this.sigmaAngstrom = sigmaAngstrom;
        this.bondAngstrom = bondAngstrom;
        this.maker = maker;
        this.closing = closing;
    }

    /** @param bondAngstrom within which atoms are bonded; empty for {@link Bonds#usualCutoffAngstrom} of each parent */
    public static NoisedVariation ofNoiseAlone(double sigmaAngstrom, OptionalDouble bondAngstrom) {
        return new NoisedVariation(
                sigmaAngstrom,
                bondAngstrom,
                (parent, random) -> PartialNoising.noised(parent, sigmaAngstrom, random),
                () -> {});
    }

    /**
     * The same with the noise taken away again.
     *
     * @param closing ends the denoiser
     */
    public static NoisedVariation ofDenoiser(
            Denoiser denoiser, double sigmaAngstrom, OptionalDouble bondAngstrom, Runnable closing) {
        PartialNoising noising = new PartialNoising(denoiser, PartialNoising.CHURN, PartialNoising.STEPS);
        return new NoisedVariation(
                sigmaAngstrom, bondAngstrom, (parent, random) -> noising.vary(parent, sigmaAngstrom, random), closing);
    }

    @Override
    public Structure vary(Structure parent, RandomGenerator random) {
        return maker.make(parent, random);
    }

    @Override
    public double sigmaAngstrom() {
        return sigmaAngstrom;
    }

    @Override
    public double newBonds(Structure parent, Structure variant) {
        double bond = bondAngstrom.orElseGet(() -> Bonds.usualCutoffAngstrom(parent));
        return Bonds.of(variant, bond).shareNotIn(Bonds.of(parent, bond));
    }

    @Override
    public void close() {
        closing.run();
    }
}
