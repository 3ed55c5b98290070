package nl.ooievaar.subject;

import java.util.Locale;
import nl.ooievaar.subject.Refusal.Kind;

/**
 * Every reason for which a request can be refused, each with one kind of answer and one sentence per language in the
 * message bundles; the comment names what fills the places of that sentence.
 */
public enum Reason {
    NOT_FOUND(Kind.NOT_FOUND),
    UNAUTHENTICATED(Kind.UNAUTHENTICATED),
    TOKEN_ENDED(Kind.UNAUTHENTICATED),
    TOKEN_ELSEWHERE(Kind.UNAUTHENTICATED),
    TOKEN_INCOMPLETE(Kind.UNAUTHENTICATED),
    TOKEN_UNBOUND(Kind.UNAUTHENTICATED),
    TOKEN_OF_OTHER_CERTIFICATE(Kind.UNAUTHENTICATED),
    CERTIFICATE_REFUSED(Kind.UNAUTHENTICATED),
    CERTIFICATE_OF_OTHER_ORGANIZATION(Kind.UNAUTHENTICATED),
    FORBIDDEN_OPERATION(Kind.FORBIDDEN), // {0} what was asked
    BSN_NOT_FOR_PARTY(Kind.FORBIDDEN),
    PERSON_SEARCH_NOT_FOR_PARTY(Kind.FORBIDDEN),
    EMERGENCY_NOT_OPEN_TO_CALLER(Kind.FORBIDDEN),
    EMERGENCY_NEEDS_USER(Kind.FORBIDDEN),
    EMERGENCY_NEEDS_OFFICER(Kind.FORBIDDEN),
    EMERGENCY_CLASS(Kind.INVALID), // {0} the classes that can be asked for
    EMERGENCY_REASON(Kind.INVALID), // {0} the fewest characters, {1} the most
    EMERGENCY_DURATION(Kind.INVALID), // {0} the most minutes
    EMERGENCY_ONE_PERSON(Kind.INVALID),
    VERSION_REQUIRED(Kind.PRECONDITION_REQUIRED),
    VERSION_MISMATCH(Kind.PRECONDITION_FAILED), // {0} the version sent, {1} the current version
    SEVERAL_MATCHES(Kind.PRECONDITION_FAILED), // {0} the type
    SUPPORT_WITHOUT_DATA(Kind.PRECONDITION_FAILED), // {0} the key of the prefetch
    DUPLICATE_REFERRAL(Kind.CONFLICT),
    DUPLICATE_TARGET(Kind.INVALID),
    OWN_PATIENT(Kind.INVALID),
    FILE_CLOSED(Kind.INVALID),
    SEVERAL_PERSONS(Kind.INVALID), // {0} the type
    NOT_BY_HERSELF(Kind.FORBIDDEN), // {0} the type
    ONLY_HERSELF(Kind.FORBIDDEN), // {0} the operation
    ONLY_CUSTODIAN(Kind.FORBIDDEN), // {0} the operation
    RETENTION_RUNS(Kind.INVALID), // {0} the first day on which it may be destroyed
    REFUSAL_WITHOUT_REQUEST(Kind.INVALID),
    FEEDBACK_RECIPIENT(Kind.INVALID),
    FEEDBACK_WITHOUT_CONSENT(Kind.INVALID),
    FEEDBACK_ONE_RECIPIENT(Kind.INVALID),
    FEEDBACK_ITEM(Kind.INVALID),
    NO_DOCUMENT(Kind.MALFORMED),
    FINDINGS_OVERWRITTEN(Kind.INVALID), // {0} the status sent
    FINDINGS_ELSEWHERE(Kind.INVALID),
    CONTACT_WITHOUT_APPOINTMENT(Kind.INVALID), // {0} the status of the appointment
    PATIENT_MISSING(Kind.INVALID), // {0} the type
    TASK_FIXED(Kind.INVALID), // {0} the elements that may not change
    DUPLICATE_BUSINESS_KEY(Kind.CONFLICT), // {0} the type
    UNDECLARED_PARAMETER(Kind.MALFORMED), // {0} the parameter, {1} the declared ones
    PARAMETER_VALUE(Kind.MALFORMED), // {0} the parameter, {1} the form expected
    BSN_IN_URL(Kind.MALFORMED),
    BSN_IN_HEADER(Kind.MALFORMED),
    BSN_IN_LINK(Kind.INVALID),
    BSN_INVALID(Kind.INVALID),
    MALFORMED_JSON(Kind.MALFORMED), // {0} line, {1} column
    MALFORMED_XML(Kind.MALFORMED), // {0} line, {1} column
    DUPLICATE_KEY(Kind.MALFORMED), // {0} the key, {1} line, {2} column
    PROFILE_REQUIRED(Kind.INVALID), // {0} the type, {1} the profiles
    PROFILE_UNKNOWN(Kind.INVALID), // {0} the profile, {1} the profiles
    OTHER_TYPE(Kind.INVALID), // {0} the type of the address
    INVALID_RESOURCE(Kind.INVALID),
    NOT_OFFERED(Kind.MALFORMED),
    PATCH_FAILED(Kind.INVALID),
    UNKNOWN_TYPE(Kind.NOT_FOUND), // {0} the type, {1} the types
    ILLEGAL_MOVE(Kind.INVALID), // {0} from, {1} to, {2} the legal states
    NO_LEGAL_MOVE(Kind.INVALID), // {0} from, {1} to
    ILLEGAL_START(Kind.INVALID), // {0} the state, {1} the legal states
    PROGRESS_IN_STATE(Kind.INVALID), // {0} the progress, {1} the state, {2} the progress that goes with it
    ILLEGAL_PROGRESS(Kind.INVALID), // {0} from, {1} to, {2} what may follow
    PROGRESS_ENDED(Kind.INVALID), // {0} the progress
    NOTHING_TO_CANCEL(Kind.INVALID),
    OUTCOME_REASON(Kind.INVALID), // {0} the progress
    ASK_AGAIN_ON(Kind.INVALID),
    AUTHORED_LATER(Kind.INVALID),
    UNKNOWN_TASK_STATE(Kind.INVALID), // {0} the legal states
    ROUTE3_CONTENT(Kind.INVALID), // {0} the elements
    REFERENCE_NOT_FOUND(Kind.INVALID), // {0} the type
    UPDATE_CREATE(Kind.INVALID),
    ID_MISMATCH(Kind.MALFORMED),
    DELETE_NOT_OFFERED(Kind.FORBIDDEN),
    VALIDATOR_NOT_READY(Kind.UNAVAILABLE),
    AUDIT_UNAVAILABLE(Kind.UNAVAILABLE),
    OVERLOADED(Kind.UNAVAILABLE), // {0} seconds
    BUNDLE_TYPE(Kind.INVALID), // {0} the type sent
    BUNDLE_METHOD(Kind.INVALID), // {0} the method
    CONSENT_NEEDS_PROVENANCE(Kind.INVALID),
    CONSENT_PERIOD(Kind.INVALID),
    CONSENT_TO_ITSELF(Kind.INVALID),
    CONSENT_CLASS(Kind.INVALID), // {0} the purpose, {1} the classes it opens
    CONSENT_NAMED_PARTIES(Kind.INVALID), // {0} the purpose
    CONSENT_PARTY_UNKNOWN(Kind.INVALID),
    CONSENT_OTHER_PERSON(Kind.INVALID),
    CONSENT_GIVER(Kind.INVALID),
    CONSENT_OF_ANOTHER(Kind.INVALID),
    PROVENANCE_WITHOUT_RECORDER(Kind.INVALID),
    CONSENT_NEEDS_SIGNATURE(Kind.INVALID),
    SIGNATURE_INVALID(Kind.INVALID), // {0} the form expected
    SIGNATURE_UNTRUSTED(Kind.INVALID),
    SIGNATURE_REVOKED(Kind.INVALID),
    SIGNATURE_REVOCATION_UNKNOWN(Kind.UNAVAILABLE),
    SIGNATURE_OF_ANOTHER(Kind.INVALID),
    OVERDUE_PREGNANCY(Kind.INVALID),
    AFTER_BIRTH(Kind.INVALID),
    BIRTH_KNOWN(Kind.INVALID),
    BIRTH_APART(Kind.INVALID),
    DAY_IN_FUTURE(Kind.INVALID), // {0} the parameter
    NOT_HER_CHILD(Kind.INVALID), // {0} the operation that records a birth
    ITEM_NOT_OFFERED(Kind.INVALID), // {0} the operation that lists the items
    CHILD_DOSSIER_CONSENT(Kind.INVALID), // {0} the purpose
    HANDED_OVER(Kind.CONFLICT), // {0} the document of the first hand-over
    LINK_OTHER_BSN(Kind.INVALID),
    LINK_TWO_RECORDS(Kind.INVALID),
    DIRECTORY_READ_ONLY(Kind.FORBIDDEN), // {0} the type
    SUBSCRIPTION_ALONE(Kind.INVALID),
    SUBSCRIPTION_TOPIC(Kind.INVALID), // {0} the topics
    SUBSCRIPTION_STATUS(Kind.INVALID), // {0} the states that can be sent
    SUBSCRIPTION_CHANNEL(Kind.INVALID),
    SUBSCRIPTION_PAYLOAD(Kind.INVALID),
    SUBSCRIPTION_ENDPOINT(Kind.INVALID),
    SUBSCRIPTION_HOST(Kind.INVALID),
    SUBSCRIPTION_HEADER(Kind.INVALID),
    SUBSCRIPTION_ELEMENT(Kind.INVALID), // {0} what would not be obeyed
    SUBSCRIPTION_FIXED(Kind.INVALID),
    SUBSCRIPTION_TOO_MANY(Kind.CONFLICT), // {0} the most
    DIRECTORY_TYPE(Kind.INVALID), // {0} the types of a directory
    DIRECTORY_IDENTIFIER(Kind.INVALID), // {0} the type
    SERVICE_MOVED(Kind.CONFLICT),
    MUNICIPALITY_LINE(Kind.INVALID), // {0} the column, {1} the form expected
    MUNICIPALITY_NAMES(Kind.INVALID), // {0} the code
    DESK_UNKNOWN(Kind.INVALID), // {0} the service
    COVERAGE_OVERLAP(Kind.CONFLICT), // {0} the municipality, {1} from which day, {2} where the other desk stands
    COVERAGE_GAP(Kind.INVALID), // {0} the municipality, {1} from which day, {2} until which day
    COVERAGE_END(Kind.INVALID), // {0} the municipality, {1} from which day
    MUNICIPALITY_UNKNOWN(Kind.INVALID),
    MUNICIPALITY_NOT_FOUND(Kind.NOT_FOUND),
    POSTAL_CODE_NOT_FOUND(Kind.NOT_FOUND),
    MUNICIPALITY_WITHOUT_DESK(Kind.NOT_FOUND), // {0} the municipality
    MUNICIPALITY_OR_POSTAL_CODE(Kind.MALFORMED),
    DESK_ELSEWHERE(Kind.INVALID), // {0} the municipality, {1} its desk
    REFERRAL_WITHOUT_CONSENT(Kind.INVALID),
    REFERRAL_DESK_FIXED(Kind.INVALID),
    REFERRAL_SENT(Kind.CONFLICT),
    TASK_OF_PROPOSAL(Kind.INVALID),
    REROUTE_NOT_REJECTED(Kind.CONFLICT),
    REROUTE_WITHOUT_CONSENT(Kind.INVALID),
    REROUTE_SAME_DESK(Kind.CONFLICT),
    TRANSFER_WITHOUT_CONSENT(Kind.INVALID), // {0} the purpose, {1} the data class of her Patient
    TRANSFER_SAME_DESK(Kind.INVALID),
    TRANSFER_NOT_JGZ(Kind.INVALID),
    TRANSFER_NO_WORK(Kind.CONFLICT),
    SELF_REFERRAL_ONLY(Kind.FORBIDDEN),
    REFERRAL_UNSEEN(Kind.INVALID), // told as information, never a refusal
    BIRTH_CARE_NOT_ASKED(Kind.INVALID), // told as information, never a refusal
    REFERRAL_KNOWN(Kind.CONFLICT), // {0} when it was received; told as information, never a refusal
    REROUTE_KNOWN(Kind.CONFLICT), // {0} when it was sent on; told as information, never a refusal
    CONFORMANCE_READ_ONLY(Kind.FORBIDDEN), // {0} the type
    TOO_LARGE(Kind.TOO_LARGE), // {0} the limit
    TOO_DEEP(Kind.MALFORMED), // {0} the limit
    TOO_MANY_ENTRIES(Kind.TOO_LARGE), // {0} the limit
    TOO_SLOW(Kind.TIMED_OUT), // {0} seconds
    BODY_UNREADABLE(Kind.MALFORMED),
    NOT_UTF8(Kind.MALFORMED),
    MORE_ISSUES(Kind.INVALID), // {0} how many are told
    TOO_MANY_REQUESTS(Kind.TOO_MANY), // {0} seconds
    METHOD_NOT_OFFERED(Kind.METHOD), // {0} the methods
    UNSUPPORTED_FORMAT(Kind.UNSUPPORTED), // {0} the formats
    PAGE_LINK_UNKNOWN(Kind.NOT_FOUND),
    CANONICAL_UNKNOWN(Kind.NOT_FOUND), // {0} the name of the package
    PACKAGE_VERSION_UNKNOWN(Kind.NOT_FOUND), // {0} the name of the package, {1} the version that is there
    CODE_UNKNOWN(Kind.NOT_FOUND), // {0} the code system or value set
    TRANSLATION_UNKNOWN(Kind.NOT_FOUND),
    RECORD_UNREADABLE(Kind.INVALID), // {0} why, as a code, {1} line, {2} column, both 0 when it is about the whole
    RECORD_STRICT(Kind.INVALID), // {0} how many fields can't be read, {1} where the first stands
    RECORD_WITHOUT_WOMAN(Kind.INVALID),
    DOSSIER_WITHOUT_KEY(Kind.INVALID),
    DOSSIER_OF_WOMAN(Kind.INVALID), // {0} the operation for a child
    DISPLAY_WRONG(Kind.INVALID), // {0} the right name
    IDEMPOTENCY_KEY_REUSED(Kind.CONFLICT),
    FAULT(Kind.FAULT); // {0} the trace id

    private final Kind kind;

    Reason(Kind kind) {
        this.kind = kind;
    }

    /** What kind of answer this is. */
    public Kind kind() {
        return kind;
    }

    /** The stable code of the reason: its name in lower case with hyphens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
