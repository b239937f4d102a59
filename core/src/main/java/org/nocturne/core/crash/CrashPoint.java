package org.nocturne.core.crash;

import java.util.function.Consumer;

/**
 * A moment between two steps of which a runner that dies there has done only the first. In a campaign nothing happens at these points;
 * {@code nocturne bench crash} has a runner die at each of them.
 */
public enum CrashPoint {
    FOLDER_FILLED("the copies of the inputs lie in the folder, its campaign.yaml does not"),
    FOLDER_MADE("the folder is a campaign, it has no store"),
    STORE_ASIDE("a store with its tables lies aside, the folder has none, or one with older tables"),
    STORE_MADE("the store has its tables, and no campaign in them"),
    CAMPAIGN_BEGUN("the first jobs are queued, no runner has signed in"),
    SIGNED_IN("the runner stands in the list, and has not taken the lead"),
    FILE_ASIDE("a file is written aside and synced, not renamed"),
    FILE_RENAMED("a file has its name, no row names it"),
    PROPOSAL_WRITTEN("the structure of a proposal is there, its candidate is not"),
    PROPOSAL_COMMITTED("a candidate is queued, its event not logged"),
    JOB_CLAIMED("the intent is committed, there are no inputs"),
    INPUTS_WRITTEN("the inputs are there, no process"),
    PROCESS_STARTED("the process runs, nobody has heard of it"),
    JOB_STARTED("the process has said its name"),
    OUTCOME_READ("the output is read, nothing of it kept"),
    RESULT_WRITTEN("the files of a result are there, no row names them"),
    RESULT_COMMITTED("a result is in the store, its event not logged"),
    PATTERNS_KEPT("patterns are in the store, the round is not judged"),
    ROUND_JUDGED("the round is judged, nothing is bought for it"),
    MODEL_WRITTEN("a version lies in its folder, no row names it"),
    MODEL_COMMITTED("a version is in the store, its event not logged"),
    WORK_TIDIED("a work directory is packed and its row says so, it is still there"),
    WORK_CLEARED("a work directory is gone, its row does not say so"),
    JOBS_ENDED("a stop has ended the processes, their jobs still count as running"),
    CAMPAIGN_ENDED("the campaign is finished, its report not written");

    private static volatile Consumer<CrashPoint> watcher = point -> {};

    private final String meaning;

    CrashPoint(String meaning) {
        this.meaning = meaning;
    }

    /** What has been done there, and what has not. */
    public String meaning() {
        return meaning;
    }

    /** The place in the code calls this when it is passed. */
    public void reached() {
        watcher.accept(this);
    }

    /** For the whole JVM: the watcher is told of every point as it is passed, by the thread that passes it. */
    public static void watch(Consumer<CrashPoint> told) {
        watcher = told;
    }
}
