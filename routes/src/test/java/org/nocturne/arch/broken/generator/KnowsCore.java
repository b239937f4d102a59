package org.nocturne.arch.broken.generator;

import org.jspecify.annotations.Nullable;
import org.nocturne.arch.broken.core.CoreClass;

class KnowsCore {
    @Nullable
    CoreClass core;
}
