package nl.ooievaar.server.submission;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;

/**
 * Reads the bytes of a request strictly: malformed JSON and duplicate keys are refused with line and column, and each entry
 * keeps its own bytes and place (FHIR R4 http, transaction).
 */
public final class TransactionBody {
    /** No resource comes near it. */
    public static final int DEEPEST = 100;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();
    private static final Pattern DUPLICATE = Pattern.compile("^Duplicate field '([A-Za-z0-9_]{1,64})'");

    /**
     * @param type transaction or batch
     * @param entries in the order sent
     */
    public record Read(String type, List<Entry> entries) {}

    private TransactionBody() {}

    /** More than any journey of ours has; each entry is judged, placed and recorded by itself. */
    public static final int MOST_ENTRIES = 500;

    /** Refuses malformed JSON and duplicate keys; answers nothing. */
    public static void check(byte[] body) {
        check(body, 1);
    }

    /** The same of a patch, which is a list of operations (RFC 6902). */
    public static void checkPatch(byte[] body) {
        check(body, 1, JsonToken.START_ARRAY);
    }

    /** The same of one line of a body, told with the number of that line. */
    public static void check(byte[] body, int line) {
        check(body, line, JsonToken.START_OBJECT);
    }

    private static void check(byte[] body, int line, JsonToken first) {
        try (JsonParser in = JSON.createParser(body)) {
            if (in.nextToken() != first) {
                throw malformed(in.currentLocation(), line);
            }
            in.skipChildren();
            if (in.nextToken() != null) {
                throw malformed(in.currentLocation(), line);
            }
        } catch (StreamConstraintsException e) {
            throw Refusal.of(Reason.TOO_DEEP, Integer.toString(DEEPEST)).exception();
        } catch (JsonParseException e) {
            throw malformed(e, line);
        } catch (IOException e) {
            throw malformed(new JsonLocation(null, 0, 1, 1), line);
        }
    }

    /** Reads a Bundle that {@link #check} found well-formed. */
    public static Read read(byte[] body) {
        String type = null;
        List<Entry> entries = new ArrayList<>();
        try (JsonParser in = JSON.createParser(body)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                if (name.equals("type")) {
                    type = in.getText();
                } else if (name.equals("entry") && in.currentToken() == JsonToken.START_ARRAY) {
                    while (in.nextToken() == JsonToken.START_OBJECT) {
                        if (entries.size() == MOST_ENTRIES) {
                            throw Refusal.of(Reason.TOO_MANY_ENTRIES, Integer.toString(MOST_ENTRIES))
                                    .exception();
                        }
                        entries.add(entry(in, body, entries.size()));
                    }
                } else {
                    in.skipChildren();
                }
            }
        } catch (IOException e) {
            throw malformed(new JsonLocation(null, 0, 1, 1), 1);
        }
        return new Read(type == null ? "" : type, entries);
    }

    private static Entry entry(JsonParser in, byte[] body, int index) throws IOException {
        String fullUrl = null;
        String method = "";
        String url = "";
        String ifNoneExist = null;
        String ifMatch = null;
        String ifNoneMatch = null;
        String ifModifiedSince = null;
        byte[] json = new byte[0];
        JsonLocation start = in.currentTokenLocation();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            switch (name) {
                case "fullUrl" -> fullUrl = in.getText();
                case "resource" -> {
                    start = in.currentTokenLocation();
                    in.skipChildren();
                    json = Arrays.copyOfRange(body, (int) start.getByteOffset(), (int)
                            in.currentLocation().getByteOffset());
                }
                case "request" -> {
                    while (in.nextToken() == JsonToken.FIELD_NAME) {
                        String part = in.currentName();
                        in.nextToken();
                        switch (part) {
                            case "method" -> method = in.getText();
                            case "url" -> url = in.getText();
                            case "ifNoneExist" -> ifNoneExist = in.getText();
                            case "ifMatch" -> ifMatch = in.getText();
                            case "ifNoneMatch" -> ifNoneMatch = in.getText();
                            case "ifModifiedSince" -> ifModifiedSince = in.getText();
                            default -> in.skipChildren();
                        }
                    }
                }
                default -> in.skipChildren();
            }
        }
        return new Entry(
                "Bundle.entry[" + index + "].resource",
                Optional.ofNullable(fullUrl),
                method,
                url,
                Optional.ofNullable(ifNoneExist),
                Optional.ofNullable(ifMatch),
                Optional.ofNullable(ifNoneMatch),
                Optional.ofNullable(ifModifiedSince),
                json,
                start.getLineNr(),
                start.getColumnNr());
    }

    private static RefusedException malformed(JsonParseException e, int first) {
        JsonLocation at = e.getLocation();
        Matcher duplicate = DUPLICATE.matcher(e.getOriginalMessage());
        return duplicate.find()
                ? Refusal.of(Reason.DUPLICATE_KEY, duplicate.group(1), line(at, first), column(at))
                        .exception()
                : malformed(at, first);
    }

    private static RefusedException malformed(JsonLocation at, int first) {
        return Refusal.of(Reason.MALFORMED_JSON, line(at, first), column(at)).exception();
    }

    private static String line(JsonLocation at, int first) {
        return Integer.toString(at.getLineNr() + first - 1);
    }

    private static String column(JsonLocation at) {
        return Integer.toString(at.getColumnNr());
    }
}
