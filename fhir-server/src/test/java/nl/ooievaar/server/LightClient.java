package nl.ooievaar.server;

import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.params.HttpParams;

/** What REST Assured asks with, one for each request; the parameters of all are the same, and cost a look into every jar. */
@SuppressWarnings("deprecation")
final class LightClient extends DefaultHttpClient {
    private static final HttpParams SAME = new DefaultHttpClient().getParams();

    @Override
    protected HttpParams createHttpParams() {
        return SAME.copy();
    }
}
