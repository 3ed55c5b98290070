package nl.ooievaar.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.ooievaar.mappings.outward.CareDocument;
import nl.ooievaar.mappings.outward.IndividualCareplan;
import nl.ooievaar.mappings.outward.Sent;
import nl.ooievaar.profiles.PhbPackage;

/**
 * Feedback and plan to birth care, as {@code $to-birth-care} answers them: a document of R4 and the individual care plan of STU3, each
 * with an account of its own. What the file holds is taken for what its sender may tell: no consent is asked here.
 *
 * @param now the moment of the document
 * @param language of its titles
 */
record ToBirthCareStep(Instant now, Locale language) implements MapStep {
    private static final String ADDRESS = "(https?://.+)/[A-Za-z]+/[A-Za-z0-9.-]{1,64}";
    private static final Set<String> FRAME = Set.of("Composition", "Patient");

    @Override
    public List<Made> of(byte[] bytes) throws IOException {
        JsonNode source = MapStep.fhir(bytes);
        Set<String> hers = hers(source);
        CareDocument.Head head = new CareDocument.Head(
                UUID.nameUUIDFromBytes(bytes), now.toString(), base(source), "Ooievaar", language);
        return List.of(
                made("care-document", CareDocument.of(source, hers, head)),
                made("care-plan", IndividualCareplan.of(source, hers)));
    }

    private static Made made(String form, Sent sent) throws IOException {
        Optional<byte[]> bytes = tells(sent.bundle()) ? Optional.of(MapStep.pretty(sent.bundle())) : Optional.empty();
        return new Made("." + form + ".json", bytes, "." + form + ".account.json", sent.account());
    }

    /** Who she is and what stands around it is no word of anybody. */
    private static boolean tells(ObjectNode bundle) {
        for (JsonNode entry : bundle.path("entry")) {
            if (!FRAME.contains(entry.at("/resource/resourceType").asText())) {
                return true;
            }
        }
        return false;
    }

    /** How the records name her: a Patient of hers, and whom feedback is about. */
    private static Set<String> hers(JsonNode source) {
        Set<String> hers = new HashSet<>();
        source.path("entry").forEach(entry -> {
            JsonNode one = entry.path("resource");
            if (claims(one, "phb-feedback")) {
                hers.add(one.at("/subject/reference").asText());
            }
            if (claims(one, "phb-woman")) {
                hers.add(one.has("id") ? "Patient/" + one.get("id").asText() : "");
                hers.add(entry.path("fullUrl").asText());
            }
        });
        hers.remove("");
        return hers;
    }

    private static boolean claims(JsonNode one, String profile) {
        for (JsonNode claimed : one.at("/meta/profile")) {
            if (claimed.asText().replaceFirst("\\|.*", "").equals(PhbPackage.profile(profile))) {
                return true;
            }
        }
        return false;
    }

    /** Where the source keeps its records, as far as it says. */
    private static String base(JsonNode source) {
        for (JsonNode entry : source.path("entry")) {
            String url = entry.path("fullUrl").asText();
            if (url.matches(ADDRESS)) {
                return url.replaceFirst(ADDRESS, "$1");
            }
        }
        return PhbPackage.BASE;
    }
}
