/** Parquet, written by DuckDB: the only place that speaks SQL outside of the store and the schedule. */
@NullMarked
package org.nocturne.learning.export.parquet;

import org.jspecify.annotations.NullMarked;
