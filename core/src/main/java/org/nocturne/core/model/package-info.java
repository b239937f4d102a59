/** What is said of a learned model: its manifest, the same for those who write models and those who run them. */
@NullMarked
package org.nocturne.core.model;

import org.jspecify.annotations.NullMarked;
