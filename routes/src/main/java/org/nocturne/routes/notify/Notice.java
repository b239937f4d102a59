package org.nocturne.routes.notify;

import java.time.Instant;

/**
 * What people are told of one event, or of the few that say one thing.
 *
 * @param event number of the (last) event in its campaign, from 1: a notice that comes twice has the same; 0 of a trial
 * @param title one line
 * @param text lines, without an end of line after the last
 */
public record Notice(String campaign, long event, Kind kind, Instant at, String title, String text) {}
