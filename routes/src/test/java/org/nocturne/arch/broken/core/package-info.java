@NullMarked
package org.nocturne.arch.broken.core;

import org.jspecify.annotations.NullMarked;
