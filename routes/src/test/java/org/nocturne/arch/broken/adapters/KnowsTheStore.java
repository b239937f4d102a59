package org.nocturne.arch.broken.adapters;

import org.jspecify.annotations.Nullable;
import org.nocturne.arch.broken.learning.store.StoreClass;

class KnowsTheStore {
    @Nullable
    StoreClass store;
}
