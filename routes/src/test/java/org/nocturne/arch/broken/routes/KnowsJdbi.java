package org.nocturne.arch.broken.routes;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

class KnowsJdbi {
    @Nullable
    Jdbi jdbi;
}
