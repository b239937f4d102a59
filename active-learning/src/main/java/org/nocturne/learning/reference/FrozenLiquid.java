package org.nocturne.learning.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.ensemble.EnergyFluctuation;
import org.nocturne.learning.ensemble.LiquidConfiguration;
import org.nocturne.learning.ensemble.LiquidProbe;
import org.nocturne.learning.ensemble.LiquidReference;

/** A complete reference of a liquid, read: for each of its temperatures what the ledger judges by. */
public final class FrozenLiquid {
    private final Path dir;
    private final ReferenceFolder folder;
    private final ReferenceManifest manifest;
    private final LiquidProbe probe;
    private final Map<Kelvin, List<double[]>> energies = new TreeMap<>();
    private final Map<Kelvin, LiquidReference> measured = new TreeMap<>();

    private FrozenLiquid(Path dir, ReferenceFolder folder, ReferenceManifest manifest) {
        this.dir = dir;
        this.folder = folder;
        this.manifest = manifest;
        this.probe = new LiquidProbe(folder.inherent(manifest));
        for (ReferenceManifest.Run run : manifest.runs()) {
            energies.computeIfAbsent(Kelvin.of(run.temperatureK()), t -> new ArrayList<>())
                    .add(folder.thermalEnergiesEv(manifest, run));
        }
    }

    /**
     * Reads a reference.
     *
     * @throws IllegalArgumentException if the folder holds none, one that is not complete, or one of another phase
     */
    public static FrozenLiquid read(Path dir) {
        ReferenceFolder folder = new ReferenceFolder(dir);
        ReferenceManifest manifest = folder.complete(ReferencePlan.Phase.LIQUID);
        return new FrozenLiquid(dir, folder, manifest);
    }

    /** Measures configurations as the frames of the reference were measured. */
    public LiquidProbe probe() {
        return probe;
    }

    /** Rising. */
    public List<Kelvin> temperatures() {
        return List.copyOf(energies.keySet());
    }

    /**
     * What judges at a temperature; its frames are measured when they are first asked for.
     *
     * @throws IllegalArgumentException if there is no MD at this temperature
     */
    public LiquidReference at(Kelvin temperature) {
        List<double[]> series = energies.get(temperature);
        if (series == null) {
            throw new IllegalArgumentException(
                    "the reference has MD at " + energies.keySet() + ", none at " + temperature);
        }
        return measured.computeIfAbsent(
                temperature,
                t -> new LiquidReference(
                        probe,
                        frames(t),
                        series,
                        EnergyFluctuation.at(t, energies),
                        "frozen reference " + dir.getFileName() + ", " + series.size() + " replicas of "
                                + series.get(0).length + " energies"));
    }

    private List<List<LiquidConfiguration>> frames(Kelvin temperature) {
        return manifest.runs().stream()
                .filter(run -> run.temperatureK() == temperature.value())
                .map(run -> folder.frames(run).stream()
                        .map(f -> probe.measure(f.structure(), f.label().energyEv()))
                        .toList())
                .toList();
    }
}
