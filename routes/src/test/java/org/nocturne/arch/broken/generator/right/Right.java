package org.nocturne.arch.broken.generator.right;

import org.jspecify.annotations.Nullable;
import org.nocturne.arch.broken.generator.left.Left;

public class Right {
    @Nullable
    Left left;
}
