package org.nocturne.routes.camel;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;

/** The component {@code nocturne:}. A {@link org.nocturne.routes.run.Campaign} bound in the registry is what it works on. */
@Component("nocturne")
public class NocturneComponent extends DefaultComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        NocturneEndpoint endpoint = new NocturneEndpoint(uri, this);
        endpoint.setAction(remaining);
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
