package org.nocturne.adapters.builtin;

import java.nio.file.Path;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.CodeContract;
import org.nocturne.core.structure.Structure;

class LennardJonesContractTest extends CodeContract {

    @Override
    protected Code subject(Path campaignDir) {
        return Crystals.open(Crystals.lennardJones(true), campaignDir);
    }

    /** Smaller than twice the cut-off, so that atoms see several images of each other. */
    @Override
    protected Structure sample() {
        double[] push = new double[3 * 32];
        push[0] = 0.15;
        push[4] = -0.1;
        return Crystals.argon(5.3, 2).displaced(push);
    }
}
