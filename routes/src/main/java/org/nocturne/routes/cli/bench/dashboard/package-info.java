/** What pages that are open cost a campaign, and how fast they are answered. */
@NullMarked
package org.nocturne.routes.cli.bench.dashboard;

import org.jspecify.annotations.NullMarked;
