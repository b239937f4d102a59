/** Benchmarks of kernels, each in a Java of its own: for people who change one. What users see is timed by {@code nocturne bench}. */
@NullMarked
package org.nocturne.generator.benchmarks;

import org.jspecify.annotations.NullMarked;
