@NullMarked
package org.nocturne.arch.broken.routes;

import org.jspecify.annotations.NullMarked;
