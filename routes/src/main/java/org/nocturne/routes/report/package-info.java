/** The report of the morning: one HTML file that a person who was not there can read. */
@NullMarked
package org.nocturne.routes.report;

import org.jspecify.annotations.NullMarked;
