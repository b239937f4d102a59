@NullMarked
package org.nocturne.arch.broken.learning.store;

import org.jspecify.annotations.NullMarked;
