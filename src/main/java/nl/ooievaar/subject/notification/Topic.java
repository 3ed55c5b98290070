package nl.ooievaar.subject.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a party can ask to be told of: a closed list, published as the code system phb-subscription-topic. A topic says which
 * queued events it speaks of; whether this party may know of one is for the gate.
 */
public enum Topic {
    /** A Task was made, changed or ended. */
    TASK_CHANGED("Task", "task", "ended"),
    /** The last day of a work task has begun. */
    TASK_DUE("Task", "due"),
    /** The last day of a work task is over. */
    TASK_OVERDUE("Task", "overdue"),
    /** A Consent was given, changed or withdrawn. */
    CONSENT_CHANGED("Consent", "consent", "ended"),
    /** Somebody sent feedback. */
    FEEDBACK_ARRIVED("Communication", "feedback"),
    /** Emergency access was used: for the privacy officer. */
    EMERGENCY_NOTICE("Task", "emergency"),
    /** A record that the party was given before turned out to be about somebody else. */
    ENTERED_IN_ERROR("", "entered-in-error");

    /** Before the code, in what a subscription names. */
    public static final String BASE = "http://ooievaar.example/fhir/SubscriptionTopic/";

    private final String type;
    private final Set<String> events;

    Topic(String type, String... events) {
        this.type = type;
        this.events = Set.of(events);
    }

    /** @param canonical as a subscription names it, without a version */
    public static Optional<Topic> of(String canonical) {
        return Arrays.stream(values())
                .filter(one -> one.canonical().equals(canonical))
                .findFirst();
    }

    public static Optional<Topic> ofCode(String code) {
        return of(BASE + code);
    }

    /** All canonicals, in order, to name what would be right. */
    public static String all() {
        return Arrays.stream(values()).map(Topic::canonical).collect(Collectors.joining(", "));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String canonical() {
        return BASE + code();
    }

    /** The type of the records it speaks of; empty when they are of any type. */
    public Optional<String> type() {
        return type.isEmpty() ? Optional.empty() : Optional.of(type);
    }

    /** Whether it speaks of an event of the outbox about a record of this type. */
    public boolean speaksOf(String event, String recordType) {
        return events.contains(event) && (type.isEmpty() || type.equals(recordType));
    }

    /** Whether it may be of use to look at this event at all, before the type of its record is known. */
    public boolean speaksOf(String event) {
        return events.contains(event);
    }

    /**
     * Whether a party is told of a record that it sees by this rule of the gate. Nobody is told of a safeguarding note (design, rule
     * 9): only the officer of his own notice. What was opened in an emergency is for reading then and no more, and feedback arrives
     * with others than its sender.
     *
     * @param dataClass of the record
     * @param basis the rule that opens it
     */
    public boolean tells(String dataClass, String basis) {
        boolean own = basis.equals("custodian") || basis.equals("author");
        if (basis.startsWith("emergency:")) {
            return false;
        }
        return switch (this) {
            case EMERGENCY_NOTICE -> basis.equals("custodian");
            case FEEDBACK_ARRIVED -> !own && !dataClass.equals("safeguarding");
            case TASK_CHANGED, TASK_DUE, TASK_OVERDUE, CONSENT_CHANGED -> !dataClass.equals("safeguarding");
            case ENTERED_IN_ERROR -> true;
        };
    }
}
