/** Clocks of the benches. */
@NullMarked
package org.nocturne.routes.cli.bench.measure;

import org.jspecify.annotations.NullMarked;
