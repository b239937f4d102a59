package org.nocturne.learning.forecast;

/**
 * One kind of work.
 *
 * @param count of jobs
 * @param seconds of one of them
 * @param bytes that all of them leave on the disk
 */
public record ForecastLine(String what, int count, double seconds, double bytes) {

    public double slotHours() {
        return count * seconds / 3600;
    }
}
