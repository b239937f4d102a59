package org.nocturne.routes.report;

import org.nocturne.learning.loop.Assessment;

/** The stages at which an ensemble is judged, in words. */
public final class Stage {
    private Stage() {}

    public static String inWords(String stage) {
        return switch (stage) {
            case Assessment.PROPOSAL -> "as proposed";
            case Assessment.THERMAL -> "after NVT steps";
            default -> stage;
        };
    }
}
