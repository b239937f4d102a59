package org.nocturne.arch.broken.learning;

import org.bytedeco.imagined.ImaginedTensor;
import org.jspecify.annotations.Nullable;

class KnowsLibtorch {
    @Nullable
    ImaginedTensor tensor;
}
