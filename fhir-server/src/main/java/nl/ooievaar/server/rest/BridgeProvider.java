package nl.ooievaar.server.rest;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import nl.ooievaar.mappings.account.Account;
import nl.ooievaar.mappings.account.Outcome;
import nl.ooievaar.mappings.birthcare.BirthCareNames;
import nl.ooievaar.mappings.birthcare.FromBirthCare;
import nl.ooievaar.mappings.birthcare.Mapped;
import nl.ooievaar.mappings.dossier.Declaration;
import nl.ooievaar.mappings.dossier.DossierReader;
import nl.ooievaar.mappings.dossier.DossierTransaction;
import nl.ooievaar.mappings.dossier.FromDossier;
import nl.ooievaar.mappings.source.Digest;
import nl.ooievaar.mappings.source.Limits;
import nl.ooievaar.mappings.source.Readers;
import nl.ooievaar.mappings.source.Unreadable;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.bridge.ForeignReferences;
import nl.ooievaar.server.bridge.Prepared;
import nl.ooievaar.server.bridge.RecordImport;
import nl.ooievaar.server.bridge.ReferralAlong;
import nl.ooievaar.server.submission.Submissions;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/** Records of birth care and parent dossiers as they are, into the file of who sends them; every field accounted for. */
@Component
public class BridgeProvider {
    private final Exchange exchange;
    private final Received received;
    private final PhbPackage phb;
    private final Writing writing;
    private final RecordImport records;
    private final ForeignReferences foreign;
    private final Readers reader = new Readers(Limits.USUAL, new BirthCareNames());
    private final DossierReader dossiers = new DossierReader(Limits.USUAL);
    private final FromDossier mapping = new FromDossier(Declaration.table());

    BridgeProvider(
            Exchange exchange,
            Received received,
            PhbPackage phb,
            Writing writing,
            RecordImport records,
            ForeignReferences foreign) {
        this.exchange = exchange;
        this.received = received;
        this.phb = phb;
        this.writing = writing;
        this.records = records;
        this.foreign = foreign;
    }

    @Operation(name = "$from-birth-care", manualRequest = true)
    public Parameters fromBirthCare(RequestDetails details) {
        Exchange.Context context = exchange.open(details, "from-birth-care", "Patient", 'c', null);
        return taken(details, context, asked -> {
            Optional<ReferralAlong> referral = referral(asked);
            Prepared record = birthCare(bytes(asked, "record"), context.viewer().now());
            return referral.map(it -> it.with(record)).orElse(record);
        });
    }

    @Operation(name = "$from-parent-dossier", manualRequest = true)
    public Parameters fromParentDossier(RequestDetails details) {
        Exchange.Context context = exchange.open(details, "from-parent-dossier", "Patient", 'c', null);
        return taken(
                details,
                context,
                asked -> dossier(bytes(asked, "dossier"), context.viewer().now()));
    }

    private Parameters taken(
            RequestDetails details, Exchange.Context context, Function<OperationInput, Prepared> source) {
        Prepared prepared;
        boolean preview;
        try {
            OperationInput asked = asked(details, context.request().interaction());
            preview = asked.flag("preview");
            prepared = source.apply(asked);
            if (asked.flag("strict")) {
                strict(prepared.account());
            }
        } catch (RefusedException no) {
            exchange.refused(context, no);
            throw no;
        }
        // What there is already is found by its identifiers, which is a search.
        prepared.types()
                .forEach(type -> exchange.open(details, context.request().interaction(), type, 's', null));
        Prepared here = exchange.run(context, c -> records.inOwnFile(foreign.made(prepared, c.viewer()), c.viewer()));
        if (preview) {
            return preview(here, context.locale());
        }
        RecordImport.Plan plan = exchange.run(context, c -> records.plan(here, c.caller(), c.viewer(), c.request()));
        List<Submissions.Outcome> outcomes = plan.entries().isEmpty()
                ? List.of()
                : writing.all(details, context.request().interaction(), plan.entries(), received.json(details));
        return answer(here.account(), plan, outcomes, context.locale());
    }

    private OperationInput asked(RequestDetails details, String interaction) {
        String name = "phb-" + interaction;
        return OperationInput.of(
                details,
                received,
                phb.find(OperationDefinition.class, PhbPackage.BASE + "/OperationDefinition/" + name)
                        .orElseThrow(() -> new IllegalStateException(name)));
    }

    /** A referral that is asked for, with her consents; those alone are for a transaction. */
    private static Optional<ReferralAlong> referral(OperationInput asked) {
        List<byte[]> requests = asked.resources("referral", "ServiceRequest");
        if (requests.isEmpty()) {
            asked.none("consent", "record, strict, preview");
            asked.none("provenance", "record, strict, preview");
            return Optional.empty();
        }
        if (requests.size() > 1) {
            throw Refusal.of(Reason.PARAMETER_VALUE, "referral", "ServiceRequest (0..1)")
                    .exception();
        }
        return Optional.of(new ReferralAlong(
                requests.get(0), asked.resources("consent", "Consent"), asked.resources("provenance", "Provenance")));
    }

    private Prepared birthCare(byte[] bytes, Instant now) {
        try {
            Mapped mapped = FromBirthCare.map(reader.read(bytes));
            if (mapped.resources().isEmpty()) {
                throw Refusal.of(Reason.RECORD_WITHOUT_WOMAN).exception();
            }
            return Prepared.of(mapped, now);
        } catch (Unreadable no) {
            throw unreadable(no, "record");
        }
    }

    private Prepared dossier(byte[] bytes, Instant now) {
        try {
            return DossierTransaction.of(mapping.map(dossiers.read(bytes)), Digest.sha256(bytes), now)
                    .map(Prepared::of)
                    .orElseThrow(() -> Refusal.of(Reason.DOSSIER_WITHOUT_KEY).exception());
        } catch (Unreadable no) {
            throw unreadable(no, "dossier");
        }
    }

    private static RefusedException unreadable(Unreadable no, String parameter) {
        return Refusal.of(
                        Reason.RECORD_UNREADABLE,
                        no.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        Integer.toString(no.line()),
                        Integer.toString(no.column()))
                .at("Parameters.parameter.where(name = '" + parameter + "').value")
                .exception();
    }

    private static void strict(Account account) {
        account.lines().stream()
                .filter(line -> line.outcome() == Outcome.REJECTED)
                .findFirst()
                .ifPresent(first -> {
                    throw Refusal.of(
                                    Reason.RECORD_STRICT,
                                    Long.toString(account.count(Outcome.REJECTED)),
                                    AccountAnswer.place(first.place()))
                            .exception();
                });
    }

    private static byte[] bytes(OperationInput asked, String name) {
        try {
            return Base64.getMimeDecoder().decode(asked.required(name, "base64Binary"));
        } catch (IllegalArgumentException e) {
            throw Refusal.of(Reason.PARAMETER_VALUE, name, "base64Binary").exception();
        }
    }

    private static Parameters preview(Prepared prepared, Locale locale) {
        ObjectNode bundle = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Bundle")
                .put("type", "transaction");
        bundle.set("entry", prepared.transaction());
        Parameters answer = new Parameters();
        answer.addParameter()
                .setName("transaction")
                .setResource(FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, bundle.toString()));
        AccountAnswer.summary(answer, prepared.account());
        prepared.account().lines().forEach(line -> AccountAnswer.field(answer, line, locale));
        return answer;
    }

    private static Parameters answer(
            Account account, RecordImport.Plan plan, List<Submissions.Outcome> outcomes, Locale locale) {
        Parameters answer = new Parameters();
        plan.same().forEach(one -> resource(answer, one, "unchanged"));
        for (int i = 0; i < Math.min(plan.resources(), outcomes.size()); i++) {
            Submissions.Outcome done = outcomes.get(i);
            if (done.type().equals("Provenance")) {
                continue;
            }
            String reference = done.type() + "/" + done.id();
            boolean put = plan.entries().get(i).method().equals("PUT");
            resource(answer, reference, done.status() == 201 ? "created" : put ? "updated" : "unchanged");
        }
        AccountAnswer.summary(answer, account);
        account.lines().stream()
                .filter(line -> line.outcome() != Outcome.MAPPED)
                .forEach(line -> AccountAnswer.field(answer, line, locale));
        outcomes.stream().flatMap(done -> done.told().stream()).forEach(told -> answer.addParameter()
                .setName("outcome")
                .setResource(Outcomes.information(told, locale)));
        return answer;
    }

    private static void resource(Parameters answer, String reference, String outcome) {
        ParametersParameterComponent one = answer.addParameter().setName("resource");
        one.addPart().setName("reference").setValue(new Reference(reference));
        one.addPart().setName("outcome").setValue(new CodeType(outcome));
    }
}
