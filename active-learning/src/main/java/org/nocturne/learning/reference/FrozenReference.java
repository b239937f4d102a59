package org.nocturne.learning.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.learning.ensemble.EnergyCurve;
import org.nocturne.learning.ensemble.Ensemble;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.ensemble.Probe;
import org.nocturne.learning.ensemble.Reference;
import org.nocturne.learning.ensemble.SiteExchanges;

/** A complete reference of a solid, read: for each of its temperatures what the ledger judges by. */
public final class FrozenReference {
    private final ReferenceManifest manifest;
    private final InherentStructure inherent;
    private final Map<Kelvin, Probe> probes = new TreeMap<>();
    private final Map<Kelvin, Reference> byTemperature = new TreeMap<>();

    private FrozenReference(Path dir, ReferenceFolder folder, ReferenceManifest manifest, boolean withinBasin) {
        this.manifest = manifest;
        this.inherent = folder.inherent(manifest);
        Map<Kelvin, List<double[]>> energies = new TreeMap<>();
        Map<Kelvin, List<Ensemble>> frames = new TreeMap<>();
        Map<Kelvin, Integer> left = new TreeMap<>();
        Optional<Probe> fixed = manifest.cells().isEmpty() ? Optional.of(probe(inherent)) : Optional.empty();
        for (ReferenceManifest.Run run : manifest.runs()) {
            Kelvin at = Kelvin.of(run.temperatureK());
            Probe probe =
                    probes.computeIfAbsent(at, t -> fixed.orElseGet(() -> probe(folder.inherent(manifest, t.value()))));
            double[] series = folder.thermalEnergiesEv(manifest, run);
            Ensemble replica = new Ensemble(probe);
            for (Frame frame : folder.frames(run)) {
                replica.add(frame.structure(), frame.label().energyEv());
            }
            if (withinBasin && !SiteExchanges.of(replica).none()) {
                left.merge(at, 1, Integer::sum);
                continue;
            }
            energies.computeIfAbsent(at, t -> new ArrayList<>()).add(series);
            frames.computeIfAbsent(at, t -> new ArrayList<>()).add(replica);
        }
        requireReplicas(dir, left, frames);
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
                                + " energies" + leftOut(left.getOrDefault(t, 0)))));
    }

    private static void requireReplicas(Path dir, Map<Kelvin, Integer> left, Map<Kelvin, List<Ensemble>> kept) {
        left.forEach((t, out) -> {
            if (!kept.containsKey(t)) {
                throw new IllegalArgumentException(dir + ": in all " + out + " replicas at " + t
                        + " atoms have left their sites; wanted is one at least that stays within its basin");
            }
        });
    }

    private static String leftOut(int replicas) {
        return replicas == 0 ? "" : "; " + replicas + " in which atoms left their sites left out";
    }

    private static Probe probe(InherentStructure inherent) {
        return new Probe(inherent.structure(), inherent.energyEv());
    }

    /**
     * Reads a reference.
     *
     * @throws IllegalArgumentException if the folder holds none, one that is not complete, or one of another phase
     */
    public static FrozenReference read(Path dir) {
        return read(dir, false);
    }

    /**
     * The same of the replicas that stay within the basin: those in which an atom stands on another site than its own, or on none, in any frame are
     * left out whole. What is drawn around one structure is judged by them; how often MD leaves it is another question.
     *
     * @throws IllegalArgumentException if no replica of a temperature is left too
     */
    public static FrozenReference readWithinBasin(Path dir) {
        return read(dir, true);
    }

    private static FrozenReference read(Path dir, boolean withinBasin) {
        ReferenceFolder folder = new ReferenceFolder(dir);
        ReferenceManifest manifest = folder.complete(ReferencePlan.Phase.SOLID);
        return new FrozenReference(dir, folder, manifest, withinBasin);
    }

    public ReferenceManifest manifest() {
        return manifest;
    }

    /** The minimised structure in the cell that was given. */
    public InherentStructure inherent() {
        return inherent;
    }

    /** The inherent structure in the cell of a temperature. */
    public Structure inherent(Kelvin temperature) {
        return probe(temperature).inherent();
    }

    /** How much larger the cell of a temperature is than the one given, with its error; empty where the cell is fixed. */
    public Optional<Estimate> strain(Kelvin temperature) {
        return manifest.cellAt(temperature.value()).map(MeanCell::strain);
    }

    /** Measures configurations at a temperature as the frames of the reference were measured. */
    public Probe probe(Kelvin temperature) {
        at(temperature);
        return java.util.Objects.requireNonNull(probes.get(temperature));
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
