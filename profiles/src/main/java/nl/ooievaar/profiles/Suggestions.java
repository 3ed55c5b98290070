package nl.ooievaar.profiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.ooievaar.profiles.PhbTerminology.Concept;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;

/** What would be right, where a code, an address or a linkId is none of ours but reads almost like one. */
final class Suggestions {
    /** So many codes fit in a sentence. */
    private static final int FEW = 12;

    private static final Pattern CODE =
            Pattern.compile("(" + Pattern.quote(PhbPackage.BASE) + "/CodeSystem/[a-z-]+)#([^';),]+)");
    private static final Pattern ADDRESS = Pattern.compile(Pattern.quote(PhbPackage.BASE) + "/[A-Za-z]+/[^'\\s|,)]+");
    /** Of a profile that is not here, whoever is said to have published it. */
    private static final Pattern FOREIGN = Pattern.compile("^Profi[a-z-]* ?[a-z]* '([^'|]+)");

    private static final Pattern UNKNOWN_SYSTEM =
            Pattern.compile("^CodeSystem is unknown and can't be validated: (\\S+) for ");
    private static final Pattern LINK_ID = Pattern.compile("^LinkId '([^']+)'");

    private final PhbPackage phb;
    private final PhbTerminology terminology;
    private final KnownSystems systems;
    private final Locale locale;
    private final boolean dutch;

    Suggestions(PhbPackage phb, Locale locale) {
        this.phb = phb;
        this.terminology = new PhbTerminology(phb);
        this.systems = new KnownSystems(phb);
        this.locale = locale;
        this.dutch = locale.getLanguage().equals("nl");
    }

    /** A sentence to put behind the message, or nothing. */
    Optional<String> of(String message) {
        Matcher linkId = LINK_ID.matcher(message);
        if (linkId.find()) {
            return nearest(linkId.group(1), linkIds()).map(this::meant);
        }
        Matcher code = CODE.matcher(message);
        if (code.find() && terminology.codeSystem(code.group(1)).isPresent()) {
            return terminology
                    .codeSystem(code.group(1))
                    .filter(system -> terminology.concept(system, code.group(2)).isEmpty())
                    .flatMap(system -> code(system, code.group(2)));
        }
        Matcher system = UNKNOWN_SYSTEM.matcher(message);
        if (system.find() && !system.group(1).startsWith(PhbPackage.BASE)) {
            return systems.meant(system.group(1)).map(this::meant);
        }
        Matcher address = ADDRESS.matcher(message);
        if (address.find()) {
            return address(address.group());
        }
        Matcher foreign = FOREIGN.matcher(message);
        return foreign.find() ? alike(foreign.group(1)) : Optional.empty();
    }

    /** What an element that is none should be called, of those that may stand there. */
    Optional<String> element(String wrong, Stream<String> possible) {
        return nearest(wrong, possible).map(this::meant);
    }

    private Optional<String> code(CodeSystem system, String wrong) {
        List<String> codes =
                system.getConcept().stream().map(one -> one.getCode()).toList();
        Optional<Concept> near = nearest(wrong, codes.stream())
                .flatMap(one -> terminology.concept(system, one))
                .or(() -> codes.stream()
                        .flatMap(one -> terminology.concept(system, one).stream())
                        .filter(one -> one.isCalled(wrong))
                        .findFirst());
        if (near.isPresent()) {
            return near.map(one -> meant(one.definition().getCode() + " (" + one.display(locale) + ")"));
        }
        return codes.size() > FEW
                ? Optional.empty()
                : Optional.of((dutch ? "Mogelijk zijn: " : "Possible are: ") + String.join(", ", codes) + ".");
    }

    private Optional<String> address(String wrong) {
        List<String> known = phb.definitions().stream()
                .map(one -> one.getUrl())
                .filter(url -> url != null)
                .toList();
        return known.contains(wrong)
                ? Optional.empty()
                : nearest(wrong, known.stream()).map(this::meant).or(() -> alike(wrong));
    }

    /** The address that ends as this one does, but for capitals and hyphens. */
    private Optional<String> alike(String wrong) {
        String end = letters(wrong);
        return phb.definitions().stream()
                .map(one -> one.getUrl())
                .filter(url -> url != null
                        && url.contains("/StructureDefinition/")
                        && letters(url).equals(end))
                .findFirst()
                .map(this::meant);
    }

    private static String letters(String address) {
        return address.substring(address.lastIndexOf('/') + 1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }

    private Stream<String> linkIds() {
        List<String> found = new ArrayList<>();
        phb.definitions().stream()
                .filter(Questionnaire.class::isInstance)
                .forEach(one -> collect(((Questionnaire) one).getItem(), found));
        return found.stream();
    }

    private static void collect(List<QuestionnaireItemComponent> items, List<String> found) {
        for (QuestionnaireItemComponent item : items) {
            found.add(item.getLinkId());
            collect(item.getItem(), found);
        }
    }

    /** At most two letters away, or one in a short word: further off it would be a guess. */
    private static Optional<String> nearest(String wrong, Stream<String> known) {
        LevenshteinDistance distance = new LevenshteinDistance(wrong.length() < 5 ? 1 : 2);
        record Candidate(String text, int away) {}
        return known.map(one -> new Candidate(one, distance.apply(wrong, one)))
                .filter(one -> one.away() >= 0)
                .min(Comparator.comparingInt(Candidate::away))
                .map(Candidate::text);
    }

    String meant(String right) {
        return (dutch ? "Bedoelt u " : "Did you mean ") + right + "?";
    }
}
