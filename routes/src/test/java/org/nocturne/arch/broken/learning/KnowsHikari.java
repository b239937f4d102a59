package org.nocturne.arch.broken.learning;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

class KnowsHikari {
    @Nullable
    HikariDataSource pool;
}
