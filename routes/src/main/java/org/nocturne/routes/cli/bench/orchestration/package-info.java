/** What the loop itself costs, where calculations cost nothing. */
@NullMarked
package org.nocturne.routes.cli.bench.orchestration;

import org.jspecify.annotations.NullMarked;
