package org.nocturne.routes.run;

import java.util.List;
import java.util.Map;

/** Where a campaign of twenty candidates stands when it has just begun. */
public final class StatusFixture {
    private StatusFixture() {}

    public static Status begun() {
        return new Status(
                "night",
                "running",
                null,
                true,
                List.of(new Status.RunnerLine("here", 1, true, 1, 2)),
                Map.of("proposed", 1),
                20,
                Map.of("PENDING", 3, "RUNNING", 1),
                0,
                0,
                0,
                null,
                0,
                null,
                null,
                null,
                null,
                Map.of(),
                List.of(),
                List.of(),
                Map.of("NOT_FINITE", 2),
                new BudgetStatus(null, 0, null, 0, null, null, null, 1 << 20, 1024, null, null),
                List.of(),
                null,
                "report.html");
    }
}
