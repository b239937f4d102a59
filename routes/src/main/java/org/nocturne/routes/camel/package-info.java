/** The Camel component nocturne: consumers that ask the store what is due, producers that do it. */
@NullMarked
package org.nocturne.routes.camel;

import org.jspecify.annotations.NullMarked;
