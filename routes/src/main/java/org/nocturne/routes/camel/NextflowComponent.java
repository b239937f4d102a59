package org.nocturne.routes.camel;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;

/** The component {@code nextflow}. The {@link org.nocturne.routes.pipeline.PipelineTasks} bound in the registry are what it works on. */
@Component("nextflow")
public class NextflowComponent extends DefaultComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        NextflowEndpoint endpoint = new NextflowEndpoint(uri, this);
        endpoint.setAction(remaining);
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
