package org.nocturne.routes.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.nocturne.adapters.Code;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.ledger.Judgement;
import org.nocturne.learning.reference.FrozenGlass;
import org.nocturne.learning.reference.FrozenLiquid;
import org.nocturne.learning.reference.ReferencePlan;

/**
 * Samples of a liquid or a glass before their judge.
 *
 * @param reference its folder
 * @param phase that it is of; not a solid
 * @param code that says what the samples do not
 */
record DisorderedBench(Path reference, ReferencePlan.Phase phase, Code code) {

    /** What judges, for messages. */
    String describe() {
        return reference + ": is a reference of a " + phase.describe();
    }

    List<Judgement> judge(Kelvin temperature, List<XyzFrame> samples) throws IOException {
        return phase == ReferencePlan.Phase.LIQUID
                ? new LiquidBench(FrozenLiquid.read(reference), code, FrameBench.scratch()).judge(temperature, samples)
                : new GlassBench(FrozenGlass.read(reference), code, FrameBench.scratch()).judge(temperature, samples);
    }
}
