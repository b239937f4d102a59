package org.nocturne.learning.loop;

import java.time.Duration;

/**
 * How a job ran, whatever it answered.
 *
 * @param took wall time
 * @param left processes that it had left behind when it ended, and that were ended too
 */
public record Ran(Duration took, int left) {

    /** It left nothing behind. */
    public static Ran cleanly(Duration took) {
        return new Ran(took, 0);
    }

    /** At the end of a line, where there is anything to say. */
    Fields told(Fields fields) {
        return left == 0 ? fields : fields.with("left", left);
    }
}
