/** Tells people what happens in a campaign: which events are worth a message, in which words, by which way. */
@NullMarked
package org.nocturne.routes.notify;

import org.jspecify.annotations.NullMarked;
