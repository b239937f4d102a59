package org.nocturne.learning.loop;

import java.time.Duration;

/**
 * How a job ran, whatever it answered.
 *
 * @param took wall time
 * @param left processes that it had left behind when it ended, and that were ended too
 * @param asOne whether it was one of many in a run that failed for all of them
 */
public record Ran(Duration took, int left, boolean asOne) {

    /** It left nothing behind. */
    public static Ran cleanly(Duration took) {
        return new Ran(took, 0, false);
    }

    /** At the end of a line, where there is anything to say. */
    Fields told(Fields fields) {
        return left == 0 ? fields : fields.with("left", left);
    }
}
