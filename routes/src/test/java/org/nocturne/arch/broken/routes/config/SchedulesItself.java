package org.nocturne.arch.broken.routes.config;

import org.jspecify.annotations.Nullable;
import org.quartz.Scheduler;

class SchedulesItself {
    @Nullable
    Scheduler scheduler;
}
