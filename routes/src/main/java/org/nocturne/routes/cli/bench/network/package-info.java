/** How fast networks learn, and how fast they tell forces. */
@NullMarked
package org.nocturne.routes.cli.bench.network;

import org.jspecify.annotations.NullMarked;
