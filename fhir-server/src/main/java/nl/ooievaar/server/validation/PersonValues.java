package nl.ooievaar.server.validation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cuts what may belong to a person out of a validator text: every value of the resource, except names of the contract (codes,
 * systems, canonical addresses).
 */
final class PersonValues {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> CONTRACT = Set.of(
            "resourceType",
            "system",
            "code",
            "url",
            "profile",
            "linkId",
            "questionnaire",
            "status",
            "intent",
            "use",
            "type");

    private static final Pattern OUR_PROFILE = Pattern.compile("<profile value=\"([^\"]+)\"");

    private final List<String> values;

    private final List<String> profiles;

    private PersonValues(Set<String> found, List<String> profiles) {
        this.profiles = profiles;
        this.values = found.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** The values of an XML body that {@link XmlPlaces} found well-formed. */
    static PersonValues ofXml(byte[] body) {
        return new PersonValues(
                XmlPlaces.of(body).values(CONTRACT),
                OUR_PROFILE
                        .matcher(new String(body, StandardCharsets.UTF_8))
                        .results()
                        .map(found -> found.group(1))
                        .toList());
    }

    static PersonValues of(byte[] json) {
        Set<String> found = new LinkedHashSet<>();
        List<String> profiles = new ArrayList<>();
        try (JsonParser in = JSON.createParser(json)) {
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                boolean value = token == JsonToken.VALUE_STRING || token.isNumeric();
                if (value
                        && (in.currentName() == null || !CONTRACT.contains(in.currentName()))
                        && in.getText().length() >= 3) {
                    found.add(in.getText());
                }
                if (value
                        && "profile"
                                .equals(
                                        in.currentName() == null
                                                ? in.getParsingContext()
                                                        .getParent()
                                                        .getCurrentName()
                                                : in.currentName())) {
                    profiles.add(in.getText());
                }
            }
        } catch (IOException e) {
            // Malformed JSON was refused before; what can't be read holds nothing to cut.
        }
        return new PersonValues(found, profiles);
    }

    /** The profiles that the resource claims, in their order. */
    List<String> profiles() {
        return profiles;
    }

    String cut(String text) {
        String safe = text;
        for (String value : values) {
            safe = safe.replace("'" + value + "'", "'…'").replace("\"" + value + "\"", "\"…\"");
            if (value.matches("\\d{8,}")) {
                safe = safe.replace(value, "…");
            }
        }
        return safe;
    }
}
