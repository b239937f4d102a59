package org.nocturne.core.work;

import java.util.List;
import org.nocturne.core.structure.Structure;

/** What came back from an external code, one kind for each kind of task. */
public sealed interface Result {

    record Labelled(Label label) implements Result {}

    record Minimised(InherentStructure inherent) implements Result {}

    /**
     * @param proposalEnergyEv energy of the proposal before anything was moved
     * @param thermal the configuration after the NVT steps; its label is without the thermostat
     * @param temperatureReachedK kinetic temperature averaged over the second half of the NVT steps
     */
    record Relaxed(double proposalEnergyEv, Frame thermal, InherentStructure inherent, double temperatureReachedK)
            implements Result {}

    /** @param volumesCubicAngstrom of the cell in time order, from after the equilibration */
    record Volumes(double[] volumesCubicAngstrom) implements Result {
        public Volumes {
            volumesCubicAngstrom = volumesCubicAngstrom.clone();
        }
    }

    /**
     * @param frames thermal frames in time order, unwrapped positions
     * @param energiesEv potential energy on a denser series than the frames
     * @param temperaturesK kinetic temperature on the same series
     */
    record Sampled(List<Frame> frames, double[] energiesEv, double[] temperaturesK) implements Result {
        public Sampled {
            frames = List.copyOf(frames);
            energiesEv = energiesEv.clone();
            temperaturesK = temperaturesK.clone();
        }

        /** The last configuration, from which a further run could go on. */
        public Structure last() {
            return frames.get(frames.size() - 1).structure();
        }
    }

    /**
     * @param melted the configuration when the cooling began, unwrapped: how far the atoms have gone from the start by then
     * @param thermal the configuration where the cooling ended; its label is without the thermostat
     */
    record Quenched(Structure melted, Frame thermal, InherentStructure inherent) implements Result {}
}
