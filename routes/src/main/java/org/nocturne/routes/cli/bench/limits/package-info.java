/** What this machine could do at best, to hold figures against. */
@NullMarked
package org.nocturne.routes.cli.bench.limits;

import org.jspecify.annotations.NullMarked;
