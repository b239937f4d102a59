package org.nocturne.arch.broken.learning;

import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

class KnowsFlyway {
    @Nullable
    Flyway flyway;
}
