@NullMarked
package org.nocturne.arch.broken.generator.left;

import org.jspecify.annotations.NullMarked;
