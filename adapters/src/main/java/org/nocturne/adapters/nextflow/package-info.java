/** Nextflow: the JVM in which its engine runs. */
@NullMarked
package org.nocturne.adapters.nextflow;

import org.jspecify.annotations.NullMarked;
