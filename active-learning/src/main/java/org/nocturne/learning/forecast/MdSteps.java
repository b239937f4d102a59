package org.nocturne.learning.forecast;

import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.loop.ReplicaPlan;
import org.nocturne.learning.loop.RunLength;

/** How many steps of molecular dynamics the replicas of a plan have. */
record MdSteps(ReplicaPlan plan, double timestepFs) {

    /** Heating, cooling, equilibration and what is kept. */
    double of(RunLength length, Kelvin temperature) {
        boolean heated = plan.heatTo().filter(hot -> !hot.equals(temperature)).isPresent();
        double cooling = plan.heatTo()
                .flatMap(hot -> plan.coolingKelvinPerPicosecond()
                        .map(rate -> (hot.value() - temperature.value()) / rate * 1000 / timestepFs))
                .orElse(0.0);
        return (heated ? 2.0 : 1.0) * length.equilibrationSteps()
                + cooling
                + (double) length.frames() * length.spacingSteps();
    }
}
