package org.nocturne.learning.loop;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.store.Subject;

/** The fields of an event in the order in which the route log prints them. */
final class Fields {
    private final Map<String, String> map = new LinkedHashMap<>();

    static Fields of(CampaignPlan plan) {
        return new Fields().with("campaign", plan.name());
    }

    Fields with(String key, Object value) {
        map.put(key, String.valueOf(value));
        return this;
    }

    Fields subject(Subject subject) {
        return with(
                switch (subject.kind()) {
                    case CANDIDATE -> "cand";
                    case REPLICA -> "replica";
                    case BASIN -> "basin";
                    case SPECIMEN -> "specimen";
                },
                subject.name());
    }

    Fields temperature(Kelvin t) {
        return with("T", t);
    }

    /** A number with its unit, "0.031" or "12.4s". */
    Fields number(String key, String format, double value) {
        return with(key, String.format(Locale.ROOT, format, value));
    }

    /** A number with its standard error, "+14.7+-2.4meV/atom"; without, where one value tells of none. */
    Fields estimate(String key, String format, String ofError, Estimate value, double factor, String unit) {
        String error = Double.isFinite(value.standardError())
                ? "+-" + String.format(Locale.ROOT, ofError, factor * value.standardError())
                : "";
        return with(key, String.format(Locale.ROOT, format, factor * value.value()) + error + unit);
    }

    /** Words with spaces between them, kept on one line. */
    Fields said(String key, String text) {
        return with(key, '"' + text.replace('"', '\'').replaceAll("\\s+", " ") + '"');
    }

    /** A word that stands alone, such as "ok". */
    Fields word(String word) {
        map.put(word, "");
        return this;
    }

    Map<String, String> map() {
        return map;
    }
}
