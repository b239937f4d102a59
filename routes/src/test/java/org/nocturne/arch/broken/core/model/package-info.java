@NullMarked
package org.nocturne.arch.broken.core.model;

import org.jspecify.annotations.NullMarked;
