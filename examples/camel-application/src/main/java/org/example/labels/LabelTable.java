package org.example.labels;

import org.apache.camel.main.Main;

/** Writes the labels of a campaign into a table, as they come. */
public final class LabelTable {
    private LabelTable() {}

    /** @param arguments the folder of the campaign, and the folder for labels.csv */
    public static void main(String[] arguments) throws Exception {
        Main camel = new Main();
        camel.addInitialProperty("campaign", arguments[0]);
        camel.addInitialProperty("out", arguments[1]);
        camel.configure().withRoutesIncludePattern("classpath:camel/labels.yaml");
        camel.run(); // until Ctrl-C
    }
}
