package org.nocturne.learning.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.learning.ensemble.EnergyCurve;
import org.nocturne.learning.ensemble.Ensemble;
import org.nocturne.learning.ensemble.Probe;
import org.nocturne.learning.ensemble.Reference;

/** A complete reference, read: for each of its temperatures what the ledger judges by. */
public final class FrozenReference {
    private final ReferenceManifest manifest;
    private final InherentStructure inherent;
    private final Probe probe;
    private final Map<Kelvin, Reference> byTemperature = new TreeMap<>();

    private FrozenReference(Path dir, ReferenceFolder folder, ReferenceManifest manifest) {
        this.manifest = manifest;
        this.inherent = folder.inherent(manifest);
        this.probe = new Probe(inherent.structure(), inherent.energyEv());
        Map<Kelvin, List<double[]>> energies = new TreeMap<>();
        Map<Kelvin, List<Ensemble>> frames = new TreeMap<>();
        for (ReferenceManifest.Run run : manifest.runs()) {
            Kelvin at = Kelvin.of(run.temperatureK());
            double[] series = folder.thermalEnergiesEv(manifest, run);
            Ensemble replica = new Ensemble(probe);
            for (Frame frame : folder.frames(run)) {
                replica.add(frame.structure(), frame.label().energyEv());
            }
            energies.computeIfAbsent(at, t -> new ArrayList<>()).add(series);
            frames.computeIfAbsent(at, t -> new ArrayList<>()).add(replica);
        }
        EnergyCurve curve = EnergyCurve.of(inherent.structure().size(), energies);
        energies.forEach((t, series) -> byTemperature.put(
                t,
                new Reference(
                        java.util.Objects.requireNonNull(frames.get(t)),
                        series,
                        curve,
                        "frozen reference " + dir.getFileName() + " (inherent structure "
                                + manifest.inherent().sha256().substring(0, 12) + "), " + series.size()
                                + " replicas of " + series.get(0).length
                                + " energies")));
    }

    /**
     * Reads a reference.
     *
     * @throws IllegalArgumentException if the folder holds none, or one that is not complete
     */
    public static FrozenReference read(Path dir) {
        ReferenceFolder folder = new ReferenceFolder(dir);
        return new FrozenReference(dir, folder, folder.complete());
    }

    public ReferenceManifest manifest() {
        return manifest;
    }

    public InherentStructure inherent() {
        return inherent;
    }

    /** Measures configurations as the frames of the reference were measured. */
    public Probe probe() {
        return probe;
    }

    /** Rising. */
    public List<Kelvin> temperatures() {
        return List.copyOf(byTemperature.keySet());
    }

    /** @throws IllegalArgumentException if there is no MD at this temperature */
    public Reference at(Kelvin temperature) {
        Reference found = byTemperature.get(temperature);
        if (found == null) {
            throw new IllegalArgumentException(
                    "the reference has MD at " + byTemperature.keySet() + ", none at " + temperature);
        }
        return found;
    }
}
