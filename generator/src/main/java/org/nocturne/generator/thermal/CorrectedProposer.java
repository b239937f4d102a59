package org.nocturne.generator.thermal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.nocturne.core.port.Forces;
import org.nocturne.core.port.ForcesException;
import org.nocturne.core.port.ProposalException;
import org.nocturne.core.port.Proposer;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;

/**
 * Thermal proposals made right by a correction. Forces are opened at the first proposal of each temperature, kept, and closed with this. Where they fail the
 * same proposal is tried once more with fresh ones (a program may have been killed), then another one (this one may have had two atoms
 * at one place), and then the failure is passed on. Callers take turns.
 */
public final class CorrectedProposer implements Proposer {
    /** Which of the draws of one seed each attempt takes. */
    private static final int[] ATTEMPTS = {0, 0, 1};

    private final ThermalProposer thermal;
    private final Correction correction;
    private final Function<Kelvin, Forces> open;
    private final Map<Kelvin, Forces> living = new HashMap<>();

    /** @param open forces of configurations of the inherent structure of {@code thermal} at a temperature */
    public CorrectedProposer(ThermalProposer thermal, Correction correction, Function<Kelvin, Forces> open) {
        this.thermal = thermal;
        this.correction = correction;
        this.open = open;
    }

    /** @throws ProposalException if the forces fail again and again; it carries the draw of the first attempt */
    @Override
    public Structure propose(Kelvin temperature, RandomGenerator random) {
        long seed = random.nextLong();
        Structure inherent = thermal.inherent(temperature);
        try {
            return inherent.displaced(draw(temperature, seed).displacementsAngstrom());
        } catch (ForcesException e) {
            throw new ProposalException(inherent.displaced(thermal.displacements(temperature, generator(seed))), e);
        }
    }

    /**
     * One corrected proposal with what is known of it.
     *
     * @throws ForcesException if the forces fail again and again
     */
    public Corrected draw(Kelvin temperature, RandomGenerator random) {
        return draw(temperature, random.nextLong());
    }

    private static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private synchronized Corrected draw(Kelvin temperature, long seed) {
        for (int attempt = 0; ; attempt++) {
            RandomGenerator own = generator(seed + ATTEMPTS[attempt]);
            try {
                double[] proposed = thermal.displacements(temperature, own);
                return correction.correct(
                        proposed,
                        thermal.modes(temperature),
                        living.computeIfAbsent(temperature, open),
                        temperature,
                        own);
            } catch (ForcesException e) {
                Optional.ofNullable(living.remove(temperature)).ifPresent(Forces::close);
                if (attempt + 1 == ATTEMPTS.length) {
                    throw e;
                }
            }
        }
    }

    @Override
    public synchronized void close() {
        living.values().forEach(Forces::close);
        living.clear();
    }
}
