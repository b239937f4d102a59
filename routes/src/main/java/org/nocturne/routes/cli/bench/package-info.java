/** Benchmarks and judgements that a person can repeat: {@code nocturne bench ...}. */
@NullMarked
package org.nocturne.routes.cli.bench;

import org.jspecify.annotations.NullMarked;
