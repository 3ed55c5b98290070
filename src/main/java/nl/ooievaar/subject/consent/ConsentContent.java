package nl.ooievaar.subject.consent;

import java.util.Optional;
import java.util.stream.Collectors;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;

/** What a consent must not say: it would be kept as a yes or no and mean nothing, or not what its giver thinks. */
public final class ConsentContent {

    private ConsentContent() {}

    /** Why this statement can't be taken down, if it can't. One that was withdrawn always can. */
    public static Optional<Refusal> check(ConsentStatement statement) {
        if (!statement.active()) {
            return Optional.empty();
        }
        if (statement.period().empty()) {
            return refuse(Reason.CONSENT_PERIOD, "Consent.provision.period");
        }
        // A party may keep the record of the mother and that of her child: between the two it does need her consent.
        if (statement.purpose() != Purpose.CHILD_DOSSIER
                && statement
                        .source()
                        .map(Recipient.Named::new)
                        .filter(statement.recipients()::contains)
                        .isPresent()) {
            return refuse(Reason.CONSENT_TO_ITSELF, "Consent.provision.actor");
        }
        if (!statement.recordedWhereItOpens()) {
            return refuse(Reason.CONSENT_OF_ANOTHER, "Consent.provision.actor");
        }
        if (!Matching.takesRoles(statement)
                && statement.recipients().stream().anyMatch(Recipient.InRole.class::isInstance)) {
            return refuse(
                    Reason.CONSENT_NAMED_PARTIES,
                    "Consent.provision.actor",
                    statement.purpose().code());
        }
        if (statement.giver() == Giver.REPRESENTATIVE) {
            return refuse(Reason.CONSENT_GIVER, "Consent.performer");
        }
        return classes(statement);
    }

    private static Optional<Refusal> classes(ConsentStatement statement) {
        Purpose purpose = statement.purpose();
        boolean fits = purpose.opens().isEmpty()
                || purpose.opens().containsAll(statement.scope().classes());
        String opens = purpose.opens().stream().map(DataClass::code).sorted().collect(Collectors.joining(", "));
        return fits ? Optional.empty() : refuse(Reason.CONSENT_CLASS, "Consent.provision.class", purpose.code(), opens);
    }

    private static Optional<Refusal> refuse(Reason reason, String at, String... arguments) {
        return Optional.of(Refusal.of(reason, arguments).at(at));
    }
}
