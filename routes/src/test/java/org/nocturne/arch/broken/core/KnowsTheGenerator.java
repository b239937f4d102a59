package org.nocturne.arch.broken.core;

import org.jspecify.annotations.Nullable;
import org.nocturne.arch.broken.generator.GeneratorClass;

class KnowsTheGenerator {
    @Nullable
    GeneratorClass generator;
}
