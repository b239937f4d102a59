@NullMarked
package org.nocturne.arch.broken.adapters;

import org.jspecify.annotations.NullMarked;
