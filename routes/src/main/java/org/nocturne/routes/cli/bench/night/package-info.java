/** {@code nocturne bench night}: a campaign of one's own to a deadline, killed on the way. */
@NullMarked
package org.nocturne.routes.cli.bench.night;

import org.jspecify.annotations.NullMarked;
