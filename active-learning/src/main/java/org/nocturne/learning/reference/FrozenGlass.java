package org.nocturne.learning.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.learning.ensemble.Families;
import org.nocturne.learning.ensemble.GlassConfiguration;
import org.nocturne.learning.ensemble.GlassProbe;
import org.nocturne.learning.ensemble.GlassReference;

/** A complete reference of a glass, read: for each of its temperatures what the ledger judges by. */
public final class FrozenGlass {
    private final Path dir;
    private final ReferenceFolder folder;
    private final ReferenceManifest manifest;
    private final InherentStructure start;
    private final GlassProbe probe;
    private final Map<Kelvin, GlassReference> measured = new TreeMap<>();

    private FrozenGlass(Path dir, ReferenceFolder folder, ReferenceManifest manifest) {
        this.dir = dir;
        this.folder = folder;
        this.manifest = manifest;
        this.start = folder.inherent(manifest);
        this.probe = new GlassProbe(start);
    }

    /**
     * Reads a reference.
     *
     * @throws IllegalArgumentException if the folder holds none, one that is not complete, or one of another phase
     */
    public static FrozenGlass read(Path dir) {
        ReferenceFolder folder = new ReferenceFolder(dir);
        return new FrozenGlass(dir, folder, folder.complete(ReferencePlan.Phase.GLASS));
    }

    /** What was melted, minimised. */
    public InherentStructure start() {
        return start;
    }

    /** Measures configurations as the frames of the reference were measured. */
    public GlassProbe probe() {
        return probe;
    }

    /** Rising. */
    public List<Kelvin> temperatures() {
        return manifest.plan().temperaturesK().stream().map(Kelvin::of).sorted().toList();
    }

    /**
     * What judges at a temperature; its frames are measured when they are first asked for.
     *
     * @throws IllegalArgumentException if there is no quench at this temperature
     */
    public GlassReference at(Kelvin temperature) {
        if (!temperatures().contains(temperature)) {
            throw new IllegalArgumentException(
                    "the reference has quenches at " + temperatures() + ", none at " + temperature);
        }
        return measured.computeIfAbsent(temperature, this::measure);
    }

    private GlassReference measure(Kelvin temperature) {
        List<List<GlassConfiguration>> quenches = manifest.runs().stream()
                .filter(run -> run.temperatureK() == temperature.value())
                .map(this::measure)
                .toList();
        return new GlassReference(
                probe,
                new Families<>(quenches),
                "frozen reference " + dir.getFileName() + ", " + quenches.size() + " quenches of "
                        + quenches.get(0).size() + " frames");
    }

    private List<GlassConfiguration> measure(ReferenceManifest.Run run) {
        List<Frame> frames = folder.frames(run);
        List<InherentStructure> bottoms = folder.bottoms(run);
        List<GlassConfiguration> out = new ArrayList<>();
        for (int k = 0; k < frames.size(); k++) {
            Frame frame = frames.get(k);
            out.add(probe.measure(frame.structure(), frame.label().energyEv(), bottoms.get(k)));
        }
        return out;
    }
}
