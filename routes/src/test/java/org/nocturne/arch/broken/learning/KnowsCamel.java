package org.nocturne.arch.broken.learning;

import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

class KnowsCamel {
    @Nullable
    CamelContext camel;
}
