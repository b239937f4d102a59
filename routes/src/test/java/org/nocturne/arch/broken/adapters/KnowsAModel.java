package org.nocturne.arch.broken.adapters;

import org.jspecify.annotations.Nullable;
import org.nocturne.arch.broken.core.model.ModelClass;

class KnowsAModel {
    @Nullable
    ModelClass model;
}
