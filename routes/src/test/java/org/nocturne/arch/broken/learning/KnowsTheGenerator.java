package org.nocturne.arch.broken.learning;

import org.jspecify.annotations.Nullable;
import org.nocturne.arch.broken.generator.GeneratorClass;

class KnowsTheGenerator {
    @Nullable
    GeneratorClass generator;
}
