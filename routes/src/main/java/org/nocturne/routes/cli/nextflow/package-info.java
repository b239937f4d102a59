/** {@code nocturne nextflow}: the command nextflow. */
@NullMarked
package org.nocturne.routes.cli.nextflow;

import org.jspecify.annotations.NullMarked;
