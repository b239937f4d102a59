/** How the loop and its page fare with a store of many candidates. */
@NullMarked
package org.nocturne.routes.cli.bench.store;

import org.jspecify.annotations.NullMarked;
