/** What runs inside the JVM of Nextflow: its beginning, and the executor that hands tasks to Nocturne. */
@NullMarked
package org.nocturne.nextflow;

import org.jspecify.annotations.NullMarked;
