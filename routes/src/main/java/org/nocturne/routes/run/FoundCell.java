package org.nocturne.routes.run;

/**
 * The cell of a campaign that was asked to find it at a pressure.
 *
 * @param edgeFactor by which the structure of the file is made larger as a whole
 * @param why one sentence with the figures
 */
public record FoundCell(double edgeFactor, String why) {}
