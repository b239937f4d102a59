@NullMarked
package org.nocturne.arch.broken.routes.config;

import org.jspecify.annotations.NullMarked;
