package org.nocturne.arch.broken.generator;

import ai.onnxruntime.OrtSession;
import org.jspecify.annotations.Nullable;

class KnowsOnnxRuntime {
    @Nullable
    OrtSession session;
}
