package org.nocturne.learning.schedule;

/** Quartz cannot do what the campaign asks of it. */
public final class ScheduleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScheduleException(String message, Throwable cause) {
        super(message, cause);
    }
}
