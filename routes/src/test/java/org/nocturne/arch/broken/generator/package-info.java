@NullMarked
package org.nocturne.arch.broken.generator;

import org.jspecify.annotations.NullMarked;
