/** {@code nocturne bench runners}: one campaign by two runners on one PostgreSQL, either of which may be killed. */
@NullMarked
package org.nocturne.routes.cli.bench.runners;

import org.jspecify.annotations.NullMarked;
