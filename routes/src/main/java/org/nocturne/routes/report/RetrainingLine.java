package org.nocturne.routes.report;

import org.nocturne.learning.store.ModelTable.Model;

/** One retraining as the report prints it. */
record RetrainingLine(Model model) {

    public String version() {
        return "v" + model.version();
    }

    public String at() {
        return Numbers.at(model.createdAt());
    }

    public String firedBy() {
        return model.firedBy();
    }

    public int frames() {
        return model.frames();
    }

    public String data() {
        return start(model.dataSha256());
    }

    public String hash() {
        return model.sha256();
    }

    public String error() {
        return Numbers.perCent(model.heldOutError(), 2);
    }

    public String incumbent() {
        return Numbers.perCent(model.incumbentError(), 2);
    }

    public String verdict() {
        return model.verdict();
    }

    public String reason() {
        return model.reason();
    }

    private static String start(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }
}
