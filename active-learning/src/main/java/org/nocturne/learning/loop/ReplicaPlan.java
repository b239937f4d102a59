package org.nocturne.learning.loop;

import java.util.List;
import java.util.Optional;
import org.nocturne.core.structure.Kelvin;

/**
 * The independent MD runs that a campaign begins with.
 *
 * @param temperatures where replicas are run to learn from
 * @param perTemperature at each of them
 * @param heldOut at each of them, to judge models by
 * @param length of a training or held-out replica
 * @param reference at each proposed temperature, to judge the ensemble by; 0 where a frozen reference does
 * @param referenceLength of one of those
 * @param heatTo temperature at which replicas forget their start; empty where they start from the inherent structure
 * @param coolingKelvinPerPicosecond rate at which replicas are cooled from there; empty where the thermostat is set at once
 */
public record ReplicaPlan(
        List<Kelvin> temperatures,
        int perTemperature,
        int heldOut,
        RunLength length,
        int reference,
        RunLength referenceLength,
        Optional<Kelvin> heatTo,
        Optional<Double> coolingKelvinPerPicosecond) {

    public ReplicaPlan {
        temperatures = List.copyOf(temperatures);
    }
}
