/** Solid or liquid: decided from replicas by several signs that do not depend on each other. */
@NullMarked
package org.nocturne.learning.phase;

import org.jspecify.annotations.NullMarked;
