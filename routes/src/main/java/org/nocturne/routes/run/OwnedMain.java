package org.nocturne.routes.run;

import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;

/**
 * A Camel that whoever started it stops. Camel's own strategy leaves a shutdown hook in the JVM for each Main, and with it the routes and all that
 * they knew for as long as the process lives; on SIGTERM it would also stop them beside our own order.
 */
public final class OwnedMain extends Main {
    public OwnedMain() {
        setShutdownStrategy(new SimpleMainShutdownStrategy());
    }
}
