package org.nocturne.routes.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.Backup;
import org.nocturne.learning.store.Backups;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.StoreFile;
import org.nocturne.learning.store.StoreFile.Content;
import org.nocturne.learning.verify.Verification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the H2 file of a campaign before it is opened. One that cannot be read, that has forgotten more than its newest backup knows, or that
 * names files which are torn, is set aside, never deleted, and the newest backup that holds takes its place.
 */
final class StoreRescue {
    private static final Logger LOG = LoggerFactory.getLogger(StoreRescue.class);

    private final CampaignFolder folder;
    private final StoreFile store;
    private final Backups backups;
    private final Clock clock;

    StoreRescue(CampaignFolder folder, Clock clock) {
        this.folder = folder;
        this.store = new StoreFile(folder.dir());
        this.backups = new Backups(folder.dir());
        this.clock = clock;
    }

    /** @throws TornStoreException if the store is lost and no backup holds */
    Mended mend() {
        Optional<Content> content = store.read();
        List<Backup> all = backups.newestFirst();
        boolean inOrder = content.map(Content::endedInOrder).orElse(false);
        boolean anything = !all.isEmpty() || LogTail.hasLines(folder.log());
        if (content.filter(Content::begun).isEmpty()) {
            return anything ? restored(all, whatIsWrong(content)) : neverBegun(content);
        }
        if (!all.isEmpty() && content.get().events() < all.get(0).events()) {
            return restored(
                    all,
                    "holds " + content.get().events() + " events, its newest backup "
                            + all.get(0).events());
        }
        return inOrder ? Mended.NOTHING : withWholeFiles(all);
    }

    private String whatIsWrong(Optional<Content> content) {
        return !store.exists() ? "is not there" : content.isEmpty() ? "cannot be read" : "knows of no campaign";
    }

    /** Nothing was done yet: the runner died while it made its tables. */
    private Mended neverBegun(Optional<Content> content) {
        if (content.isEmpty() && store.exists()) {
            store.setAside("torn-" + Stamp.of(clock));
        }
        return Mended.NOTHING;
    }

    private Mended restored(List<Backup> all, String why) {
        Backup best = all.stream()
                .filter(Backup::holds)
                .findFirst()
                .orElseThrow(() -> new TornStoreException(store.path(), why));
        return put(best, why);
    }

    /**
     * After an end without order the last files may be torn although rows name them. Where a backup is from before them, what came later is done
     * again; where none is, the files are told when they are read.
     */
    private Mended withWholeFiles(List<Backup> all) {
        List<String> torn = torn(store);
        if (!torn.isEmpty()) {
            for (Backup backup : all) {
                if (backup.holds() && torn(look(backup)).isEmpty()) {
                    return put(backup, torn.size() + " files that it names are torn, such as " + torn.get(0));
                }
            }
            LOG.warn(
                    "{}: {} files that the store names are torn, and no backup is from before them: {}",
                    folder.dir(),
                    torn.size(),
                    torn);
        }
        return new Mended(Optional.empty(), false);
    }

    private StoreFile look(Backup backup) {
        try {
            return backups.unpacked(backup);
        } catch (IOException e) {
            throw new UncheckedIOException(backup.file() + " cannot be unpacked: " + e.getMessage(), e);
        }
    }

    private List<String> torn(StoreFile file) {
        try (Store open = Store.openInside(file.dir(), clock)) {
            return new Verification(open, new CampaignFiles(folder.dir())).changedFiles();
        }
    }

    private Mended put(Backup backup, String why) {
        String kept = "none";
        if (store.exists()) {
            kept = store.setAside("torn-" + Stamp.of(clock)).getFileName().toString();
        }
        backups.restore(backup);
        String name = backup.file().getFileName().toString();
        LOG.warn(
                "{}: {}; restored from {} of {} events; what came later is done again. The old file is kept as {}",
                store.path(),
                why,
                name,
                backup.events(),
                kept);
        return new Mended(Optional.of(new Mended.Restored(why, name, kept)), false);
    }
}
