package org.nocturne.adapters.launch;

/**
 * What a program answered to a short question.
 *
 * @param exitCode as a shell gives it
 * @param out its standard output
 * @param err its standard error
 */
public record Answer(int exitCode, String out, String err) {

    public boolean succeeded() {
        return exitCode == 0;
    }
}
