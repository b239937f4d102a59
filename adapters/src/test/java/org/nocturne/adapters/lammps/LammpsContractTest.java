package org.nocturne.adapters.lammps;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.CodeContract;
import org.nocturne.core.structure.Structure;

@Tag("lammps")
class LammpsContractTest extends CodeContract {

    @Override
    protected Code subject(Path campaignDir) {
        return RealLammps.silicon(campaignDir);
    }

    @Override
    protected Structure sample() {
        double[] push = new double[3 * 64];
        push[0] = 0.15;
        push[4] = -0.1;
        return RealLammps.diamond(2).displaced(push);
    }
}
