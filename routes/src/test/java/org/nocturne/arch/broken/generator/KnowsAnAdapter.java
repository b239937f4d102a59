package org.nocturne.arch.broken.generator;

import org.jspecify.annotations.Nullable;
import org.nocturne.arch.broken.adapters.AdapterClass;

class KnowsAnAdapter {
    @Nullable
    AdapterClass adapter;
}
