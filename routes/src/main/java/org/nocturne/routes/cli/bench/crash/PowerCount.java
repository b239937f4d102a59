package org.nocturne.routes.cli.bench.crash;

import org.nocturne.core.work.Step;

/** What the cuts of one campaign came to. */
final class PowerCount {
    private int cuts;
    private int files;
    private int restored;
    private int labelsAgain;
    private int otherStepsAgain;
    private int told;

    void cut(int filesTorn) {
        cuts++;
        files += filesTorn;
    }

    /** A step that was done, and is to be done again. */
    void again(Step step) {
        if (step == Step.LABEL) {
            labelsAgain++;
        } else {
            otherStepsAgain++;
        }
    }

    /** A store that was set aside for its backup. */
    void restored(int stores) {
        restored += stores;
    }

    /** A loss that nothing could be done about, and that the runner named. */
    void told() {
        told++;
    }

    void add(PowerCount other) {
        cuts += other.cuts;
        files += other.files;
        restored += other.restored;
        labelsAgain += other.labelsAgain;
        otherStepsAgain += other.otherStepsAgain;
        told += other.told;
    }

    int cuts() {
        return cuts;
    }

    int files() {
        return files;
    }

    int restored() {
        return restored;
    }

    int labelsAgain() {
        return labelsAgain;
    }

    int otherStepsAgain() {
        return otherStepsAgain;
    }

    int timesTold() {
        return told;
    }
}
