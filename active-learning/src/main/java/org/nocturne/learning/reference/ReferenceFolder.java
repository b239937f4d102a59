package org.nocturne.learning.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Result;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.files.FrameCodec;
import org.nocturne.learning.files.JsonPage;
import org.nocturne.learning.files.SeriesCodec;
import org.nocturne.learning.store.StoredFile;

/** The folder of a reference. Files are written before the page that names them, so what the page names is whole. */
public final class ReferenceFolder {
    private final Path dir;
    private final CampaignFiles files;
    private final JsonPage<ReferenceManifest> page;

    public ReferenceFolder(Path dir) {
        this.dir = dir;
        this.files = new CampaignFiles(dir);
        this.page = new JsonPage<>(
                files,
                ReferenceManifest.FILE_NAME,
                ReferenceManifest.class,
                ReferenceManifest.FORMAT,
                ReferenceManifest::format);
    }

    /**
     * What has been made so far; empty where nothing has.
     *
     * @throws IllegalArgumentException naming the file if it is no such page
     */
    public Optional<ReferenceManifest> manifest() {
        return page.read();
    }

    /**
     * The page of a complete reference.
     *
     * @throws IllegalArgumentException if the folder holds none, or one that is not complete
     */
    public ReferenceManifest complete() {
        ReferenceManifest manifest = manifest()
                .orElseThrow(() -> new IllegalArgumentException(
                        dir + ": holds no " + ReferenceManifest.FILE_NAME + "; `nocturne reference` makes one"));
        if (!manifest.isComplete()) {
            int unknown = manifest.withoutBottoms().size();
            throw new IllegalArgumentException(dir + ": has "
                    + manifest.runs().size() + " of "
                    + manifest.plan().temperaturesK().size() * manifest.plan().replicas()
                    + " replicas" + (unknown == 0 ? "" : ", the inherent structures of " + unknown + " are missing")
                    + "; the same `nocturne reference` command goes on with it");
        }
        return manifest;
    }

    /** Begins a reference: the inherent structure is written, no run is done. */
    public ReferenceManifest begin(ReferencePlan plan, InherentStructure inherent, Method method) {
        StoredFile file = files.writeFrames(
                "inherent.extxyz", List.of(FrameCodec.bare(inherent.structure(), "energy", inherent.energyEv())));
        return page.write(new ReferenceManifest(
                ReferenceManifest.FORMAT, plan, method.id(), file, inherent.energyEv(), List.of(), List.of()));
    }

    /**
     * Keeps the cell of one temperature.
     *
     * @param edgeFactor of the minimised structure
     * @param inherent minimised again in that cell
     */
    public ReferenceManifest addCell(
            ReferenceManifest to, double temperatureK, Estimate edgeFactor, InherentStructure inherent) {
        StoredFile file = files.writeFrames(
                named(temperatureK) + "-inherent.extxyz",
                List.of(FrameCodec.bare(inherent.structure(), "energy", inherent.energyEv())));
        return page.write(to.with(
                new MeanCell(temperatureK, edgeFactor.value(), edgeFactor.standardError(), file, inherent.energyEv())));
    }

    /** Keeps one run. */
    public ReferenceManifest add(
            ReferenceManifest to, double temperatureK, int number, long seed, Result.Sampled run, Method method) {
        String name = named(temperatureK) + "-r" + number;
        Optional<MeanCell> cell = to.cellAt(temperatureK);
        StoredFile frames = files.writeFrames(
                name + ".extxyz",
                run.frames().stream()
                        .map(f -> FrameCodec.encode(f, method))
                        .map(f -> cell.map(c -> FrameCodec.withCellError(f, c.standardError()))
                                .orElse(f))
                        .toList());
        StoredFile series = files.writeText(name + ".series.json", SeriesCodec.encode(run));
        return page.write(to.with(new ReferenceManifest.Run(temperatureK, number, seed, frames, series, null)));
    }

    /**
     * Keeps what the frames of a run of a glass fall to.
     *
     * @param bottoms one for each of its frames, in their order
     */
    public ReferenceManifest addBottoms(
            ReferenceManifest to, ReferenceManifest.Run run, List<InherentStructure> bottoms) {
        StoredFile file = files.writeFrames(
                named(run.temperatureK()) + "-r" + run.number() + ".inherent.extxyz",
                bottoms.stream()
                        .map(b -> FrameCodec.bare(b.structure(), "energy", b.energyEv()))
                        .toList());
        return page.write(to.withBottoms(run, file));
    }

    /**
     * What the frames of a run of a glass fall to, in their order.
     *
     * @throws org.nocturne.learning.files.ChangedFileException if the file is not what the page says
     */
    public List<InherentStructure> bottoms(ReferenceManifest.Run run) {
        return files.readFrames(Objects.requireNonNull(run.bottoms())).stream()
                .map(f ->
                        new InherentStructure(f.structure(), f.number("energy").orElseThrow(), 0))
                .toList();
    }

    private static String named(double temperatureK) {
        return "T" + Double.toString(temperatureK).replaceAll("\\.0$", "");
    }

    /**
     * The page of a complete reference of this phase.
     *
     * @throws IllegalArgumentException if the folder holds none, one that is not complete, or one of another phase
     */
    public ReferenceManifest complete(ReferencePlan.Phase wanted) {
        ReferenceManifest manifest = complete();
        if (manifest.phase() != wanted) {
            throw new IllegalArgumentException(dir + ": is a reference of a "
                    + manifest.phase().describe() + "; wanted is one of a " + wanted.describe());
        }
        return manifest;
    }

    /** @throws org.nocturne.learning.files.ChangedFileException if the file is not what the page says */
    public List<Frame> frames(ReferenceManifest.Run run) {
        return files.readFrames(run.frames()).stream().map(FrameCodec::decode).toList();
    }

    /** Potential energies of the dense series above that of the inherent structure in the same cell, eV per cell. */
    public double[] thermalEnergiesEv(ReferenceManifest manifest, ReferenceManifest.Run run) {
        double ground = manifest.cellAt(run.temperatureK())
                .map(MeanCell::inherentEnergyEv)
                .orElse(manifest.inherentEnergyEv());
        return SeriesCodec.energiesAbove(ground, files.readText(run.series()));
    }

    /** The inherent structure in the cell of a temperature. */
    public InherentStructure inherent(ReferenceManifest manifest, double temperatureK) {
        return manifest.cellAt(temperatureK)
                .map(c -> new InherentStructure(
                        files.readFrames(c.inherent()).get(0).structure(), c.inherentEnergyEv(), 0))
                .orElseGet(() -> inherent(manifest));
    }

    public InherentStructure inherent(ReferenceManifest manifest) {
        XyzFrame frame = files.readFrames(manifest.inherent()).get(0);
        return new InherentStructure(frame.structure(), manifest.inherentEnergyEv(), 0);
    }

    /**
     * Looks at every file that the page names.
     *
     * @throws org.nocturne.learning.files.ChangedFileException if one is not what the page says
     */
    public void verify(ReferenceManifest manifest) {
        filesOf(manifest).forEach(files::verified);
    }

    /** Copies what the page names, and the page last: a copy that was cut short is no reference. */
    public void copyTo(Path target, ReferenceManifest manifest) throws IOException {
        Files.createDirectories(target);
        for (StoredFile file : filesOf(manifest)) {
            Path to = target.resolve(file.path());
            Files.createDirectories(to.getParent());
            Files.copy(files.verified(file), to, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.copy(
                dir.resolve(ReferenceManifest.FILE_NAME),
                target.resolve(ReferenceManifest.FILE_NAME),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<StoredFile> filesOf(ReferenceManifest manifest) {
        return Stream.of(
                        Stream.of(manifest.inherent()),
                        manifest.cells().stream().map(MeanCell::inherent),
                        manifest.runs().stream().flatMap(run -> Stream.of(run.frames(), run.series())),
                        manifest.runs().stream().flatMap(run -> Stream.ofNullable(run.bottoms())))
                .flatMap(files -> files)
                .toList();
    }
}
