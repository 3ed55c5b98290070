package nl.ooievaar.profiles;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;

/** What the messages of the validator mean under our contract: how grave, and in which words. */
final class Verdicts {
    private static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";
    private static final String UNKNOWN_CODE = "Terminology_PassThrough_TX_Message";
    private static final String UNKNOWN_PROFILE = "Validation_VAL_Profile_Unknown";
    /** Only a warning by itself: something under our own base that does not exist stays unchecked. */
    private static final Set<String> UNRESOLVED =
            Set.of("Questionnaire_QR_Q_NotFound", "Extension_EXT_Unknown", "Extension_EXT_Unknown_NotHere");

    /** The rule that a reference is literal and to a service. */
    private static final String TO_A_SERVICE = "#phb-svc-1";

    /** More is never read, and each is compared with each. */
    private static final int MOST = 2000;

    /** Id of the message on what can't be judged. */
    static final String UNREADABLE = "phb-unreadable";

    private final Map<String, String> rules = new HashMap<>();
    private final Templates templates;
    private final Sentences sentences;
    private final Suggestions suggestions;
    private final boolean dutch;

    Verdicts(PhbPackage phb, Locale locale) {
        suggestions = new Suggestions(phb, locale);
        templates = new Templates(locale);
        sentences = new Sentences(locale);
        dutch = locale.getLanguage().equals("nl");
        for (var definition : phb.definitions()) {
            if (definition instanceof StructureDefinition structure) {
                for (ElementDefinition element : structure.getDifferential().getElement()) {
                    element.getConstraint()
                            .forEach(rule -> rules.put(
                                    structure.getUrl() + "#" + rule.getKey(),
                                    sentence(rule, locale.getLanguage()) + " (" + rule.getKey() + ")"));
                }
            }
        }
    }

    /** What to say of a resource on which the library breaks. */
    SingleValidationMessage unreadable() {
        SingleValidationMessage message = new SingleValidationMessage();
        message.setSeverity(ResultSeverityEnum.ERROR);
        message.setMessageId(UNREADABLE);
        message.setMessage(
                dutch
                        ? "Dit kan niet beoordeeld worden: een element heeft niet de JSON-vorm die FHIR het geeft;"
                                + " kijk eerst naar meta (een object) en meta.profile (een lijst van teksten)."
                        : "This can't be judged: an element has another JSON form than FHIR gives it;"
                                + " look at meta (an object) and meta.profile (a list of texts) first.");
        return message;
    }

    /** Each finding once, the gravest first; where almost the right thing was said, the message names it. */
    List<SingleValidationMessage> weigh(List<SingleValidationMessage> all) {
        all.forEach(this::grade);
        List<SingleValidationMessage> messages = all.size() <= MOST ? all : gravest(all);
        List<SingleValidationMessage> told = messages.stream()
                .filter(message -> !saidElsewhere(message, messages))
                .toList();
        told.forEach(this::word);
        return told.stream()
                .sorted(Comparator.comparing(SingleValidationMessage::getSeverity)
                        .reversed())
                .toList();
    }

    private static List<SingleValidationMessage> gravest(List<SingleValidationMessage> all) {
        return all.stream()
                .sorted(Comparator.comparing(SingleValidationMessage::getSeverity)
                        .reversed())
                .limit(MOST)
                .toList();
    }

    /**
     * The validator tells of an unknown code twice, and of an unknown profile once more without its place. That a reference
     * is to a service is told by its type, where it has one.
     */
    private boolean saidElsewhere(SingleValidationMessage message, List<SingleValidationMessage> messages) {
        String id = message.getMessageId();
        String at = String.valueOf(message.getLocationString());
        if (UNKNOWN_CODE.equals(id)) {
            String[] parts = message.getMessage().split("'", 3);
            String quoted = parts.length == 3 ? parts[1] : message.getMessage();
            return messages.stream()
                    .anyMatch(other -> other != message
                            && !UNKNOWN_CODE.equals(other.getMessageId())
                            && other.getSeverity() == message.getSeverity()
                            && other.getMessage().contains(quoted)
                            && at.startsWith(String.valueOf(other.getLocationString())));
        }
        if (ReferenceTypes.MESSAGE.equals(id) && message.getLocationLine() == null) {
            return messages.stream()
                    .anyMatch(other -> other != message
                            && ReferenceTypes.MESSAGE.equals(other.getMessageId())
                            && messages.indexOf(other) < messages.indexOf(message)
                            && at.equals(other.getLocationString()));
        }
        if (id != null && id.endsWith(TO_A_SERVICE)) {
            return messages.stream()
                    .anyMatch(other -> ReferenceTypes.MESSAGE.equals(other.getMessageId())
                            && Expressions.plain(at).equals(Expressions.plain(other.getLocationString())));
        }
        return UNKNOWN_PROFILE.equals(id)
                && message.getLocationString() == null
                && messages.stream()
                        .anyMatch(other -> UNKNOWN_PROFILE.equals(other.getMessageId())
                                && other.getLocationString() != null
                                && other.getSeverity() == message.getSeverity());
    }

    private void grade(SingleValidationMessage message) {
        if (message.getMessageId() == null) {
            templates.idOf(message.getMessage()).ifPresent(message::setMessageId);
        }
        String id = message.getMessageId();
        boolean ours = message.getMessage().contains(PhbPackage.BASE + "/");
        if (UNKNOWN_PROFILE.equals(id) && !ours) {
            // A profile of another publisher is kept, but not checked here.
            message.setSeverity(ResultSeverityEnum.INFORMATION);
        } else if (id != null && UNRESOLVED.contains(id) && ours) {
            message.setSeverity(ResultSeverityEnum.ERROR);
        }
    }

    private void word(SingleValidationMessage message) {
        String id = message.getMessageId();
        if (id != null && rules.containsKey(id)) {
            message.setMessage(rules.get(id));
            return;
        }
        String said = message.getMessage();
        if (IdentifierSystems.MESSAGE.equals(id)) {
            message.setMessage((dutch
                            ? "Deze nummering is hier niet bekend; dat mag. "
                            : "This numbering is not known here, which is allowed. ")
                    + suggestions.meant(said));
            return;
        }
        if (IdentifierSystems.BESIDE.equals(id)) {
            message.setMessage((dutch
                            ? "Dit codestelsel is hier niet bekend; naast een code die er wel is mag dat. "
                            : "This code system is not known here, which is allowed beside a code that is. ")
                    + suggestions.meant(said));
            return;
        }
        String expression = Expressions.plain(message.getLocationString());
        String right = suggestions.of(said).map(one -> ". " + one).orElse("");
        message.setMessage(sentences.of(id, said, expression) + right);
    }

    private static String sentence(ElementDefinition.ElementDefinitionConstraintComponent rule, String language) {
        return rule.getHumanElement().getExtensionsByUrl(TRANSLATION).stream()
                .filter(translation -> language.equals(translation.getExtensionString("lang")))
                .map(translation -> translation.getExtensionString("content"))
                .findFirst()
                .orElse(rule.getHuman());
    }
}
