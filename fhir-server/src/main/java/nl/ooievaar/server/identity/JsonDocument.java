package nl.ooievaar.server.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;

/** A document under {@code .well-known} (RFC 8615) that anybody may read, from any page. */
final class JsonDocument extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final transient Function<HttpServletRequest, Map<String, Object>> content;

    /** @param content empty when it can't be told now */
    JsonDocument(Function<HttpServletRequest, Map<String, Object>> content) {
        this.content = content;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, Object> told = content.apply(request);
        response.setStatus(told.isEmpty() ? 503 : 200);
        response.setContentType("application/json;charset=UTF-8");
        JSON.writeValue(response.getOutputStream(), told);
    }
}
