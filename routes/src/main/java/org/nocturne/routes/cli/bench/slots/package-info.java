/** How much of the time of the slots is spent inside the code. */
@NullMarked
package org.nocturne.routes.cli.bench.slots;

import org.jspecify.annotations.NullMarked;
