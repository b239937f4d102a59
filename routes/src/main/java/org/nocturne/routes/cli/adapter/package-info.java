/** The commands about codes: which there are, a new adapter, and the proof that one does what the engine assumes. */
@NullMarked
package org.nocturne.routes.cli.adapter;

import org.jspecify.annotations.NullMarked;
