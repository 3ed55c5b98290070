package nl.ooievaar.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.fge.jsonpatch.JsonPatch;
import com.github.fge.jsonpatch.JsonPatchException;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.Parameters;

/**
 * Keeps a patch small while it works: a few copies of what was copied before fill any memory (RFC 6902, 4.5), and a path in
 * FHIRPath can ask for a computation without an end.
 */
final class PatchSteps {
    private static final int MOST_STEPS = 200;
    private static final int MOST_BYTES = 5_000_000;
    private static final int LONGEST_PATH = 1_000;

    /** What finds an element and computes nothing. */
    private static final Set<String> FINDING =
            Set.of("where", "first", "last", "extension", "ofType", "as", "exists", "empty", "not", "single", "tail");

    private static final Pattern CALL = Pattern.compile("([A-Za-z_]\\w*)\\s*\\(");
    private static final Pattern QUOTED = Pattern.compile("'(?:[^'\\\\]|\\\\.)*+'|`[^`]*+`");

    private PatchSteps() {}

    static byte[] apply(JsonNode steps, JsonNode before, ObjectMapper json) throws IOException, JsonPatchException {
        if (steps.size() > MOST_STEPS) {
            throw Refusal.of(Reason.TOO_MANY_ENTRIES, Integer.toString(MOST_STEPS))
                    .exception();
        }
        // Reads the whole first, so that a step that is none is told before any is made.
        JsonPatch.fromJson(steps);
        JsonNode now = before;
        byte[] written = json.writeValueAsBytes(now);
        for (JsonNode step : steps) {
            now = JsonPatch.fromJson(json.createArrayNode().add(step)).apply(now);
            written = json.writeValueAsBytes(now);
            if (written.length > MOST_BYTES) {
                throw Refusal.of(Reason.TOO_LARGE, Integer.toString(MOST_BYTES)).exception();
            }
        }
        return written;
    }

    /** Whether every path only finds: element names, indexes, and conditions on them. */
    static boolean plain(Parameters steps) {
        return steps.getParameter().size() <= MOST_STEPS
                && steps.getParameter().stream()
                        .flatMap(step -> step.getPart().stream())
                        .filter(part -> "path".equals(part.getName())
                                || "source".equals(part.getName())
                                || "destination".equals(part.getName()))
                        .map(part -> part.hasValue() ? part.getValue().primitiveValue() : "")
                        .allMatch(PatchSteps::finds);
    }

    private static boolean finds(String path) {
        if (path == null || path.length() > LONGEST_PATH) {
            return path == null;
        }
        Matcher calls = CALL.matcher(QUOTED.matcher(path).replaceAll("''"));
        return calls.results().allMatch(call -> FINDING.contains(call.group(1)));
    }
}
