package org.nocturne.arch.broken.routes;

import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

class KnowsQuartz {
    @Nullable
    CronExpression cron;
}
