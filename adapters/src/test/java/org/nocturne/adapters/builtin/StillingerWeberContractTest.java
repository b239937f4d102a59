package org.nocturne.adapters.builtin;

import java.nio.file.Path;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.CodeContract;
import org.nocturne.core.structure.Structure;

class StillingerWeberContractTest extends CodeContract {

    @Override
    protected Code subject(Path campaignDir) {
        return Crystals.open(Crystals.stillingerWeber(), campaignDir);
    }

    @Override
    protected Structure sample() {
        double[] push = new double[3 * 64];
        push[0] = 0.15;
        push[4] = -0.1;
        return Crystals.silicon(5.431, 2).displaced(push);
    }
}
