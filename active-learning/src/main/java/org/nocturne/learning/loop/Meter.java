package org.nocturne.learning.loop;

import java.time.Duration;
import org.nocturne.learning.store.Job;

/** What a budget needs to know and no row says. */
public interface Meter {

    /** How long the calculation of a running job has been at work; zero while it waits in a queue. */
    Duration ran(Job job);

    /** Size of the campaign folder, mebibytes. May be some seconds old. */
    long folderMb();

    /** What a user may still write to the file system of the campaign folder, mebibytes. */
    long freeMb();
}
