package org.nocturne.learning.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign may spend in all. A bound that is null is none.
 *
 * @param until when it ends
 * @param coreHours of the calculations
 * @param failures attempts that failed by themselves
 * @param diskMb size of the campaign folder, mebibytes
 * @param keepFreeMb of the file system of the folder, mebibytes: below it nothing new is begun
 */
public record Grant(
        @Nullable Instant until,
        @Nullable Double coreHours,
        @Nullable Integer failures,
        @Nullable Long diskMb,
        long keepFreeMb) {}
