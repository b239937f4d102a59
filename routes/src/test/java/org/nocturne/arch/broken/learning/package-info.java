@NullMarked
package org.nocturne.arch.broken.learning;

import org.jspecify.annotations.NullMarked;
