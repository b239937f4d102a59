package org.nocturne.routes.dashboard;

/** What goes back, and of which kind it is. */
record Reply(String type, Object body) {
    static final String JSON = "application/json";
    static final String TEXT = "text/plain; charset=utf-8";
}
