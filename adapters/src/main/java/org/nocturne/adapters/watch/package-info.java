/** Whether a run that lives gets anywhere: what it writes, what it computes, how far it says it is. */
@NullMarked
package org.nocturne.adapters.watch;

import org.jspecify.annotations.NullMarked;
