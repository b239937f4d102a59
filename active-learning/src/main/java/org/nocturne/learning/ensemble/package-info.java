/** What is measured on an ensemble of thermal configurations, with errors that know about correlation; no judgement here. */
@NullMarked
package org.nocturne.learning.ensemble;

import org.jspecify.annotations.NullMarked;
