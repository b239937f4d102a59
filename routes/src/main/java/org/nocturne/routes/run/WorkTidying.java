package org.nocturne.routes.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nocturne.core.crash.CrashPoint;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.files.WorkArchive;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.RunnerTable.Runner;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.StoredFile;
import org.nocturne.learning.store.TidiedWork;
import org.nocturne.learning.store.TidiedWork.Became;
import org.nocturne.learning.store.Transaction;
import org.nocturne.routes.config.WorkConfig.Policy;

/**
 * Packs or removes the work directories of jobs that are done and recorded, one at a time: the archive is written aside, synced and
 * renamed, then its row is committed, then the directory goes, then the row says so. Whoever dies in between leaves either the directory or
 * a row by which the next one clears it away. A directory that a person has unpacked again is not touched.
 */
public final class WorkTidying {
    private final Store store;
    private final CampaignFiles files;
    private final Policy policy;
    /** Of the jobs up to this one, none of which will change, all that are to be tidied have been. */
    private volatile long tidiedUpTo;

    WorkTidying(Store store, CampaignFiles files, Policy policy) {
        this.store = store;
        this.files = files;
        this.policy = policy;
    }

    /**
     * For a campaign that nobody runs.
     *
     * @throws OtherRunnerException if a runner leads it
     */
    public static WorkTidying ofIdle(CampaignFolder folder, Store store, Policy policy) {
        Presence.living(store).stream().filter(Runner::leads).findFirst().ifPresent(leader -> {
            throw new OtherRunnerException(folder.dir(), leader);
        });
        return new WorkTidying(store, new CampaignFiles(folder.dir()), policy);
    }

    /** The oldest job whose directory is to be tidied. */
    Optional<Job> next() {
        return policy == Policy.KEEP ? Optional.empty() : store.inTransaction(this::oldest);
    }

    private Optional<Job> oldest(Transaction tx) {
        long allEnded = tx.tally().allEndedUpTo();
        Optional<Job> oldest = tx.jobs().untidied(tidiedUpTo, 1).stream().findFirst();
        tidiedUpTo = Math.max(
                tidiedUpTo, Math.min(allEnded, oldest.map(job -> job.id() - 1).orElse(allEnded)));
        return oldest;
    }

    /** All of those. */
    public List<Job> all() {
        return store.inTransaction(tx -> tx.jobs().untidied(0, Integer.MAX_VALUE));
    }

    /** Clears away what a runner has left that died before it had. */
    public void clearLeftovers() {
        store.inTransaction(tx -> tx.tidied().uncleared()).forEach(this::clear);
    }

    /**
     * Does it.
     *
     * @throws UncheckedIOException if the disk is full; nothing has changed then
     */
    public TidiedWork tidy(Job job) {
        TidiedWork work = become(job);
        store.inTransaction(tx -> {
            tx.tidied().insert(work);
            return null;
        });
        if (work.goes()) {
            CrashPoint.WORK_TIDIED.reached();
            clear(work);
        }
        return work;
    }

    private TidiedWork become(Job job) {
        String dir = job.claimedWorkDir();
        Path path = files.resolve(dir);
        if (!Files.isDirectory(path)) {
            return stays(job, Became.MISSING, 0);
        }
        try {
            long bytes = WorkArchive.bytes(path);
            if (isNamed(job)) {
                return stays(job, Became.KEPT, bytes);
            }
            if (policy == Policy.REMOVE) {
                return new TidiedWork(job.id(), dir, Became.REMOVED, null, bytes, 0, false);
            }
            StoredFile archive = files.writePacked(dir + ".tar.gz", path);
            long packed = Files.size(files.resolve(archive.path()));
            return new TidiedWork(job.id(), dir, Became.PACKED, archive, bytes, packed, false);
        } catch (IOException | UncheckedIOException e) {
            if (DiskFull.isBehind(e)) {
                throw new UncheckedIOException(new IOException(String.valueOf(e.getMessage()), e));
            }
            warn(dir, e);
            return stays(job, Became.KEPT, 0);
        }
    }

    private static TidiedWork stays(Job job, Became became, long bytes) {
        return new TidiedWork(job.id(), job.claimedWorkDir(), became, null, bytes, bytes, false);
    }

    /** What a row names by its hash must never vanish; the rows of a job are those of its subject. */
    private boolean isNamed(Job job) {
        return store.inTransaction(tx -> tx.invariants().files(job.subject())).stream()
                .anyMatch(file -> file.path().startsWith(job.claimedWorkDir() + "/"));
    }

    private void clear(TidiedWork work) {
        Path dir = files.resolve(work.workDir());
        try {
            if (Files.exists(dir)) {
                FolderTree.delete(dir);
            }
        } catch (IOException e) {
            warn(work.workDir(), e);
            return; // the next runner tries again
        }
        CrashPoint.WORK_CLEARED.reached();
        store.inTransaction(tx -> {
            tx.tidied().cleared(work.job());
            return null;
        });
    }

    private void warn(String dir, Exception why) {
        store.inTransaction(tx -> {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("campaign", tx.campaign().find().orElseThrow().name());
            fields.put("failed", "");
            fields.put("dir", dir);
            fields.put("why", '"' + String.valueOf(why.getMessage()).replace('"', '\'') + '"');
            tx.events().append(Event.Level.WARN, "tidy", fields);
            return null;
        });
    }
}
