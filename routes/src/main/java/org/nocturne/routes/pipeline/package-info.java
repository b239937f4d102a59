/** Tasks of Nextflow pipelines on their way through Nocturne: handed over on a socket, started with slots, answered when they have ended. */
@NullMarked
package org.nocturne.routes.pipeline;

import org.jspecify.annotations.NullMarked;
