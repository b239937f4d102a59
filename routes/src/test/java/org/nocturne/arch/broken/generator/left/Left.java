package org.nocturne.arch.broken.generator.left;

import org.jspecify.annotations.Nullable;
import org.nocturne.arch.broken.generator.right.Right;

public class Left {
    @Nullable
    Right right;
}
