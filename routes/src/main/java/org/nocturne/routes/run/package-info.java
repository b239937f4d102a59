/** A running campaign: everything wired once, jobs started and collected, the route log, the control socket. */
@NullMarked
package org.nocturne.routes.run;

import org.jspecify.annotations.NullMarked;
