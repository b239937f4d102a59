/** What the engine assumes of every code, as checks against real runs: behind {@code nocturne adapter test} and the JUnit contract. */
@NullMarked
package org.nocturne.adapters.contract;

import org.jspecify.annotations.NullMarked;
