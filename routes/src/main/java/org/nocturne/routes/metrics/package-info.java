/** Figures of a running campaign for a monitoring system, and whether its loop goes round. */
@NullMarked
package org.nocturne.routes.metrics;

import org.jspecify.annotations.NullMarked;
