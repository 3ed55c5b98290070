package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.profiles.PhbTerminology;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.rights.Destruction;
import nl.ooievaar.server.rights.DestructionRefused;
import nl.ooievaar.server.rights.OwnStatements;
import nl.ooievaar.server.rights.Withdrawal;
import nl.ooievaar.server.rights.WrongPerson;
import nl.ooievaar.server.submission.Submissions.Outcome;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.consent.Purpose;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.springframework.stereotype.Component;

/** The doors of her rights: scope first, then what was asked, all of it on record when it is refused. */
@Component
public class HerRights {
    private final Exchange exchange;
    private final Received received;
    private final KeyedOperation keyed;
    private final Answers answers;
    private final PhbPackage phb;
    private final PhbTerminology terminology;
    private final Withdrawal withdrawal;
    private final OwnStatements statements;
    private final WrongPerson wrongPerson;
    private final Destruction destruction;
    private final DestructionRefused destructionRefused;

    public HerRights(
            Exchange exchange,
            Received received,
            KeyedOperation keyed,
            Answers answers,
            PhbPackage phb,
            Withdrawal withdrawal,
            OwnStatements statements,
            WrongPerson wrongPerson,
            Destruction destruction,
            DestructionRefused destructionRefused) {
        this.exchange = exchange;
        this.received = received;
        this.keyed = keyed;
        this.answers = answers;
        this.phb = phb;
        this.terminology = new PhbTerminology(phb);
        this.withdrawal = withdrawal;
        this.statements = statements;
        this.wrongPerson = wrongPerson;
        this.destruction = destruction;
        this.destructionRefused = destructionRefused;
    }

    Resource withdraw(IdType consent, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "withdraw", "Consent", 'u', null);
        Outcome done = run(context, details, "phb-withdraw", (c, asked) -> {
            asked.none("purpose", "obtained, reason");
            Withdrawal.Told told = told(asked, c);
            return once(
                    details, c, () -> withdrawal.one(Reading.uuid(consent), told, c.caller(), c.viewer(), c.request()));
        });
        return answers.of(done, details);
    }

    Bundle withdrawAll(IdType patient, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "withdraw", "Consent", 'u', null);
        List<Outcome> done = run(context, details, "phb-withdraw", (c, asked) -> {
            Purpose purpose = code(asked, "purpose", "phb-purpose")
                    .flatMap(Purpose::of)
                    .orElseThrow(() -> missing("purpose", "phb-purpose"));
            Withdrawal.Told told = told(asked, c);
            return keyed.outcomes(
                    details,
                    c,
                    () -> withdrawal.all(Reading.uuid(patient), purpose, told, c.caller(), c.viewer(), c.request()));
        });
        Bundle bundle = new Bundle().setType(Bundle.BundleType.COLLECTION);
        done.forEach(one -> bundle.addEntry()
                .setFullUrl(details.getFhirServerBase() + "/" + one.type() + "/" + one.id())
                .setResource(answers.of(one, details)));
        return bundle;
    }

    Resource addStatement(String type, IdType id, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "add-statement", "Communication", 'c', null);
        Outcome done = run(
                context,
                details,
                "phb-add-statement",
                (c, asked) -> once(
                        details,
                        c,
                        () -> statements.add(
                                type, Reading.uuid(id), asked.words("text"), c.caller(), c.viewer(), c.request())));
        return answers.of(done, details);
    }

    Parameters enteredInError(String type, IdType id, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "entered-in-error", type, 'u', null);
        String[] closed = run(
                        context,
                        details,
                        "phb-entered-in-error",
                        (c, asked) -> keyed.words(details, c, () -> {
                            var done = wrongPerson.close(type, Reading.uuid(id), c.caller(), c.viewer(), c.request());
                            return done.versions() + " " + done.told();
                        }))
                .split(" ");
        return new Parameters()
                .addParameter("versions", Integer.parseInt(closed[0]))
                .addParameter("told", Integer.parseInt(closed[1]));
    }

    Resource destroy(IdType patient, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "destroy", "Patient", 'd', null);
        List<Resource> refused = new ArrayList<>();
        Optional<UUID> begun = run(context, details, "phb-destroy", (c, asked) -> {
            refused.clear();
            Destruction.Ground ground = code(asked, "ground", "phb-destruction-ground")
                    .map(code -> Destruction.Ground.valueOf(
                            code.toUpperCase(Locale.ROOT).replace('-', '_')))
                    .orElseThrow(() -> missing("ground", "phb-destruction-ground"));
            Optional<String> reason = code(asked, "refusal-reason", "phb-destruction-refusal");
            if (reason.isPresent() && ground != Destruction.Ground.HER_REQUEST) {
                throw Refusal.of(Reason.REFUSAL_WITHOUT_REQUEST).exception();
            }
            Supplier<Seen> own = () -> destruction.own(Reading.uuid(patient), c.viewer());
            if (reason.isPresent()) {
                Outcome no = once(
                        details,
                        c,
                        () -> destructionRefused.record(own.get(), reason.get(), c.caller(), c.viewer(), c.request()));
                refused.add(answers.of(no, details));
                return Optional.empty();
            }
            return Optional.of(UUID.fromString(keyed.words(details, c, () -> destruction
                    .begin(own.get(), ground, c.caller(), c.viewer(), c.request())
                    .toString())));
        });
        return begun.<Resource>map(
                        id -> tombstone(destruction.finish(id, context.viewer().now())))
                .orElseGet(() -> refused.get(0));
    }

    private static Parameters tombstone(Destruction.Tombstone stone) {
        Parameters told = new Parameters();
        told.setId(stone.id().toString());
        told.addParameter().setName("ground").setValue(new CodeType(stone.ground()));
        told.addParameter().setName("begun").setValue(instant(stone.begun()));
        told.addParameter().setName("ended").setValue(instant(stone.ended()));
        return told.addParameter("versions", stone.versions()).addParameter("deliveries", stone.deliveries());
    }

    private static InstantType instant(Instant at) {
        return new InstantType(at.truncatedTo(ChronoUnit.MILLIS).toString());
    }

    private Outcome once(RequestDetails details, Exchange.Context c, Supplier<Outcome> work) {
        return keyed.outcomes(details, c, () -> List.of(work.get())).get(0);
    }

    private <T> T run(
            Exchange.Context context,
            RequestDetails details,
            String operation,
            BiFunction<Exchange.Context, OperationInput, T> work) {
        return exchange.run(
                context,
                c -> work.apply(
                        c,
                        OperationInput.of(
                                details,
                                received,
                                phb.find(
                                                OperationDefinition.class,
                                                PhbPackage.BASE + "/OperationDefinition/" + operation)
                                        .orElseThrow(() -> new IllegalStateException(operation)))));
    }

    /** Who signs in herself does so through a portal; a party tells how she told it. */
    private Withdrawal.Told told(OperationInput asked, Exchange.Context c) {
        String obtained = code(asked, "obtained", "phb-consent-obtained")
                .or(() -> c.caller().person().map(herself -> "portal"))
                .orElseThrow(() -> missing("obtained", "phb-consent-obtained"));
        return new Withdrawal.Told(obtained, code(asked, "reason", "phb-withdrawal-reason"));
    }

    private Optional<String> code(OperationInput asked, String name, String valueSet) {
        return asked.text(name).map(code -> {
            if (!codes(valueSet).contains(code)) {
                throw missing(name, valueSet);
            }
            return code;
        });
    }

    private RuntimeException missing(String name, String valueSet) {
        return Refusal.of(Reason.PARAMETER_VALUE, name, String.join(", ", codes(valueSet)))
                .exception();
    }

    private TreeSet<String> codes(String valueSet) {
        ValueSet set = phb.find(ValueSet.class, PhbPackage.BASE + "/ValueSet/" + valueSet)
                .orElseThrow(() -> new IllegalStateException(valueSet));
        return terminology.expand(set).stream()
                .map(one -> one.definition().getCode())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
