package org.nocturne.arch.broken.core;

import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

class KnowsCamel {
    @Nullable
    CamelContext camel;
}
