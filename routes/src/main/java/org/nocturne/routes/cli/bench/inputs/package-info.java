/** Inputs that several benches share. */
@NullMarked
package org.nocturne.routes.cli.bench.inputs;

import org.jspecify.annotations.NullMarked;
