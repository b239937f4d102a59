/** Campaigns whose code is faulty: what is told of each fault, and what becomes of the campaign. */
@NullMarked
package org.nocturne.routes.cli.bench.faults;

import org.jspecify.annotations.NullMarked;
