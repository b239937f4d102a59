/** {@code nocturne bench soak}: many nights in one process, and whether it needs more from night to night. */
@NullMarked
package org.nocturne.routes.cli.bench.soak;

import org.jspecify.annotations.NullMarked;
