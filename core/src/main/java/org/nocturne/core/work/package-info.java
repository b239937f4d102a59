/** What is asked of external codes and what comes back: tasks, results, methods, causes of failure. */
@NullMarked
package org.nocturne.core.work;

import org.jspecify.annotations.NullMarked;
