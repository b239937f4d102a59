package org.nocturne.routes.dashboard;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.loop.Deadline;
import org.nocturne.learning.loop.Extension;
import org.nocturne.learning.loop.Grants;
import org.nocturne.learning.loop.Pausing;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.StopOrder;
import org.nocturne.routes.run.TemperatureOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a person with the token may order: the same as the command line, no more. */
interface Orders {
    /** None: the page of a campaign that nobody runs from here. */
    Orders NONE = (name, said) -> {
        throw new IllegalArgumentException("no runner is at work on this campaign; 'nocturne resume' goes on with it");
    };

    /**
     * Carries out one of them.
     *
     * @return what was done, as JSON
     * @throws IllegalArgumentException if it cannot be meant, with what was found and what is wanted
     */
    String carryOut(String name, Map<?, ?> said);

    /** Those of a campaign that runs here. */
    static Orders of(CampaignFolder folder, Grants grants, Pausing pausing) {
        return new ToTheRunner(folder, grants, pausing);
    }

    /** Says them to the runner as the command line does. */
    record ToTheRunner(CampaignFolder folder, Grants grants, Pausing pausing) implements Orders {
        private static final Logger LOG = LoggerFactory.getLogger(Orders.class);
        private static final String KELVIN = "kelvin";
        private static final List<String> BOUNDS =
                List.of("until", "core-hours", "failures", "disk-mb", "keep-free-mb");

        @Override
        public String carryOut(String name, Map<?, ?> said) {
            switch (name) {
                case "stop" -> {
                    if (!StopOrder.give(folder)) {
                        throw new IllegalArgumentException("no runner is at work on this campaign");
                    }
                }
                case "pause" -> pausing.begin();
                case "continue" -> pausing.end();
                case "budget" -> grants.more(extension(said));
                case "temperature" -> new TemperatureOrder(List.of(kelvin(said))).carryOut(folder);
                default -> throw new IllegalArgumentException("wanted is stop, pause, continue, budget or temperature");
            }
            LOG.info("dashboard: a person with the token has ordered: {}", name);
            return Json.of(Map.of("done", name));
        }

        private static double kelvin(Map<?, ?> said) {
            Double found = said.keySet().equals(Set.of(KELVIN)) ? number(said, KELVIN, Double::valueOf, 0) : null;
            if (found == null) {
                throw new IllegalArgumentException("a temperature is wanted: " + KELVIN);
            }
            return found;
        }

        private static Extension extension(Map<?, ?> said) {
            if (said.isEmpty() || !Set.copyOf(BOUNDS).containsAll(said.keySet())) {
                throw new IllegalArgumentException("a budget is wanted: one or more of " + BOUNDS);
            }
            return new Extension(
                    until(said.get("until")),
                    number(said, "core-hours", Double::valueOf, 0),
                    number(said, "failures", Integer::valueOf, 0),
                    number(said, "disk-mb", Long::valueOf, 0),
                    number(said, "keep-free-mb", Long::valueOf, -1));
        }

        private static @Nullable Deadline until(@Nullable Object text) {
            try {
                return text == null ? null : new Deadline(String.valueOf(text));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("until " + e.getMessage(), e);
            }
        }

        private static <T extends Number> @Nullable T number(
                Map<?, ?> said, String key, Function<String, T> read, int above) {
            Object found = said.get(key);
            if (found == null) {
                return null;
            }
            try {
                T value = read.apply(String.valueOf(found));
                if (Double.isFinite(value.doubleValue()) && value.doubleValue() > above) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // said below, with what is wanted
            }
            throw new IllegalArgumentException(
                    key + " is '" + found + "'; wanted is " + (above < 0 ? "a number from 0" : "a number above 0"));
        }
    }
}
