@NullMarked
package org.nocturne.arch.broken.generator.right;

import org.jspecify.annotations.NullMarked;
