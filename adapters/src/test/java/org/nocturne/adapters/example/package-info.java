/** A small code of a site, as docs/adding-a-code.md shows it, held to the contract. */
@NullMarked
package org.nocturne.adapters.example;

import org.jspecify.annotations.NullMarked;
