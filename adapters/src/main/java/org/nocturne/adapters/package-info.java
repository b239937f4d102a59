/** Other people's programs: how a code is asked, how its answer is read, and how its failures are explained. */
@NullMarked
package org.nocturne.adapters;

import org.jspecify.annotations.NullMarked;
