package org.nocturne.learning.quench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nocturne.core.crystal.Displacements;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.format.XyzValue;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Result;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.files.FrameCodec;
import org.nocturne.learning.files.JsonPage;
import org.nocturne.learning.store.StoredFile;

/** The folder of a library of quenches. Files are written before the page that names them, so what the page names is whole. */
public final class QuenchFolder {
    /** All inherent structures in one file, for who wants them all; the page names each alone. */
    public static final String LIBRARY = "inherent.extxyz";

    private final Path dir;
    private final CampaignFiles files;
    private final JsonPage<QuenchManifest> page;

    public QuenchFolder(Path dir) {
        this.dir = dir;
        this.files = new CampaignFiles(dir);
        this.page = new JsonPage<>(
                files, QuenchManifest.FILE_NAME, QuenchManifest.class, QuenchManifest.FORMAT, QuenchManifest::format);
    }

    /**
     * The library that was begun here, or a new one.
     *
     * @throws IllegalArgumentException if another was begun here: another plan, method or start
     */
    public QuenchManifest open(QuenchPlan plan, Structure start, Method method) {
        Optional<QuenchManifest> found = page.read();
        if (found.isEmpty()) {
            StoredFile file = files.writeFrames("start.extxyz", List.of(new XyzFrame(start)));
            return page.write(new QuenchManifest(QuenchManifest.FORMAT, plan, method.id(), file, List.of()));
        }
        QuenchManifest manifest = found.get();
        if (!manifest.plan().equals(plan) || !manifest.method().equals(method.id())) {
            throw new IllegalArgumentException(dir + ": holds quenches of " + manifest.plan() + " by method "
                    + manifest.method() + "; asked is " + plan + " by " + method.id()
                    + "; a library is frozen, another needs a folder of its own");
        }
        if (!files.readFrames(manifest.start()).get(0).structure().equals(start)) {
            throw new IllegalArgumentException(dir + ": holds quenches of another structure, "
                    + manifest.start().path() + "; a library is frozen, another needs a folder of its own");
        }
        return manifest;
    }

    /**
     * The library that is here, whole or begun.
     *
     * @throws IllegalArgumentException if there is none, or no quench in it
     */
    public QuenchManifest read() {
        QuenchManifest found = page.read()
                .orElseThrow(() -> new IllegalArgumentException(dir + ": holds no " + QuenchManifest.FILE_NAME
                        + "; wanted is a folder that `nocturne quench` has written"));
        if (found.runs().isEmpty()) {
            throw new IllegalArgumentException(dir + ": no quench is done yet; `nocturne quench` goes on with it");
        }
        return found;
    }

    /** Keeps one quench. */
    public QuenchManifest add(
            QuenchManifest to, double kelvinPerPicosecond, int number, long seed, Result.Quenched run, Method method) {
        Structure start = files.readFrames(to.start()).get(0).structure();
        String name = QuenchManifest.id(kelvinPerPicosecond, number);
        Map<String, XyzValue> info = new LinkedHashMap<>();
        info.put("energy", new XyzValue.Real(run.inherent().energyEv()));
        info.put("rate_K_per_ps", new XyzValue.Real(kelvinPerPicosecond));
        info.put("number", new XyzValue.Whole(number));
        info.put("method", new XyzValue.Text(method.id()));
        StoredFile inherent = files.writeFrames(
                name + ".inherent.extxyz", List.of(new XyzFrame(run.inherent().structure(), info, Map.of())));
        StoredFile thermal =
                files.writeFrames(name + ".thermal.extxyz", List.of(FrameCodec.encode(run.thermal(), method)));
        QuenchManifest more = page.write(to.with(new QuenchManifest.Run(
                kelvinPerPicosecond,
                number,
                seed,
                run.inherent().energyEv(),
                Math.sqrt(Displacements.meanSquareUnwrapped(start, run.melted())),
                inherent,
                thermal)));
        if (more.isComplete()) {
            files.writeFrames(
                    LIBRARY,
                    more.runs().stream()
                            .map(done -> files.readFrames(done.inherent()).get(0))
                            .toList());
        }
        return more;
    }

    /** @throws org.nocturne.learning.files.ChangedFileException if the file is not what the page says */
    public Structure inherent(QuenchManifest.Run run) {
        return files.readFrames(run.inherent()).get(0).structure();
    }
}
