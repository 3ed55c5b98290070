package nl.ooievaar.server.protocol;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;

/**
 * A request whose body has an end, in bytes and in time. A body in gzip is unpacked here, so that the bytes that count are those
 * that come out of it; no other encoding is read (RFC 9110, 8.4).
 */
final class BoundedRequest extends HttpServletRequestWrapper {
    /** No referral comes near it. */
    static final long MOST_BYTES = 5_000_000;

    /** About how the body is packed and how long it is then; no longer true once it is unpacked. */
    private static final List<String> PACKED = List.of("content-encoding", "content-length");

    private final Duration time;
    private Body body;

    BoundedRequest(HttpServletRequest request, Duration time) {
        super(request);
        this.time = time;
    }

    /** What can be told before a byte is read. */
    static Optional<Refusal> refuses(HttpServletRequest request) {
        if (!encoding(request).isEmpty() && !gzip(request)) {
            return Optional.of(Refusal.of(Reason.UNSUPPORTED_FORMAT, "Content-Encoding: gzip"));
        }
        return request.getContentLengthLong() > MOST_BYTES
                ? Optional.of(Refusal.of(Reason.TOO_LARGE, Long.toString(MOST_BYTES)))
                : Optional.empty();
    }

    private static String encoding(HttpServletRequest request) {
        String told = String.join(",", Collections.list(request.getHeaders("Content-Encoding")));
        return told.trim().equalsIgnoreCase("identity") ? "" : told.trim();
    }

    private static boolean gzip(HttpServletRequest request) {
        String encoding = encoding(request);
        return encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip");
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            // The packed bytes have an end of their own: a header of gzip can go on for ever.
            InputStream sent = new Body(super.getInputStream(), MOST_BYTES, time);
            body = new Body(unpacked(sent), MOST_BYTES, time);
        }
        return body;
    }

    private InputStream unpacked(InputStream sent) {
        if (!gzip((HttpServletRequest) getRequest())) {
            return sent;
        }
        try {
            return new GZIPInputStream(sent);
        } catch (IOException e) {
            throw Refusal.of(Reason.BODY_UNREADABLE).exception();
        }
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public int getContentLength() {
        return hidden("content-length") ? -1 : super.getContentLength();
    }

    @Override
    public long getContentLengthLong() {
        return hidden("content-length") ? -1 : super.getContentLengthLong();
    }

    @Override
    public String getHeader(String name) {
        return hidden(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return hidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    private boolean hidden(String name) {
        return PACKED.stream().anyMatch(name::equalsIgnoreCase) && gzip((HttpServletRequest) getRequest());
    }
}
