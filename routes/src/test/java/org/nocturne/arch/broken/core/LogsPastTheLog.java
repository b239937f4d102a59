package org.nocturne.arch.broken.core;

import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

class LogsPastTheLog {
    @Nullable
    Logger log;
}
