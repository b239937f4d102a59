package org.nocturne.adapters.contract;

import java.util.List;
import java.util.stream.Stream;

/** All checks: what the engine assumes of every code, and nothing more. */
public final class Contract {
    private Contract() {}

    public static List<Check> checks() {
        return Stream.of(NumberChecks.all(), MotionChecks.all(), FailureChecks.all())
                .flatMap(List::stream)
                .toList();
    }
}
