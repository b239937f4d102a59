/** {@code nocturne bench crash}: campaigns whose runner is killed over and over, and what came of them. */
@NullMarked
package org.nocturne.routes.cli.bench.crash;

import org.jspecify.annotations.NullMarked;
