package org.nocturne.adapters.example;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.CodeContract;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

class WellTest extends CodeContract {

    @Override
    protected Code subject(Path campaignDir) {
        return new WellProvider().open(Map.of("stiffness", 2), campaignDir);
    }

    @Override
    protected Structure sample() {
        return new Structure(Cell.cubic(5), List.of(Element.SI, Element.SI), new double[] {0.1, 0, -0.2, 1, 2, 0.5});
    }
}
