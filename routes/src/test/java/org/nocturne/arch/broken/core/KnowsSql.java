package org.nocturne.arch.broken.core;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;

class KnowsSql {
    @Nullable
    Connection connection;
}
