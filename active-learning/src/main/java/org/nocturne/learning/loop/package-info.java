/** The loop's judgement: what to run next, what a result means, whether a model is better. */
@NullMarked
package org.nocturne.learning.loop;

import org.jspecify.annotations.NullMarked;
