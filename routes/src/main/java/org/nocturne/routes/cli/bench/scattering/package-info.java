/** What patterns cost, beside another program, and how exact they are. */
@NullMarked
package org.nocturne.routes.cli.bench.scattering;

import org.jspecify.annotations.NullMarked;
