/** What reading and writing trajectories costs. */
@NullMarked
package org.nocturne.routes.cli.bench.io;

import org.jspecify.annotations.NullMarked;
