package org.nocturne.learning.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.nocturne.core.structure.Kelvin;

/** The temperatures that a person has added to those of the campaign's file; none is ever taken away. */
public final class TemperatureTable {
    private final Handle handle;
    private final Instant now;

    TemperatureTable(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    public void add(Kelvin temperature) {
        handle.createUpdate("insert into added_temperature (kelvin, added_at) values (:kelvin, :now)")
                .bind("kelvin", temperature.value())
                .bind("now", JobTable.utc(now))
                .execute();
    }

    /** In the order in which they were added. */
    public List<Kelvin> added() {
        return handle.createQuery("select kelvin from added_temperature order by added_at, kelvin")
                .mapTo(Double.class)
                .map(Kelvin::of)
                .list();
    }
}
