package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ooievaar.mappings.account.Outcome;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.bridge.ChildDossierItems;
import nl.ooievaar.server.bridge.DossierForm;
import nl.ooievaar.server.bridge.ParentDossier;
import nl.ooievaar.server.bridge.SourceLine;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/** Her parent dossier, and what was chosen for the dossier of her child, of what the caller may see now. */
@Component
public class DossierDoor {
    private static final String FORMS = "json, xml, bds, jgz-message";

    private final Exchange exchange;
    private final Received received;
    private final PhbPackage phb;
    private final ParentDossier dossiers;
    private final ChildDossierItems children;

    DossierDoor(
            Exchange exchange, Received received, PhbPackage phb, ParentDossier dossiers, ChildDossierItems children) {
        this.exchange = exchange;
        this.received = received;
        this.phb = phb;
        this.dossiers = dossiers;
        this.children = children;
    }

    @Operation(name = "$to-parent-dossier", idempotent = true, manualRequest = true, type = Patient.class)
    public Parameters toParentDossier(@IdParam IdType id, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "to-parent-dossier", "Patient", 'r', null);
        return exchange.run(context, c -> {
            OperationInput asked = asked(details, c);
            DossierForm form = form(asked, c);
            ParentDossier.Told told = dossiers.of(Reading.uuid(id), c.caller(), c.viewer(), c.request());
            return answer(form.of(told.dossier()), form, told.lines(), c);
        });
    }

    @Operation(name = "$to-child-dossier", idempotent = true, manualRequest = true, type = Patient.class)
    public Parameters toChildDossier(@IdParam IdType id, RequestDetails details) {
        // It is made of one document: the scope for reading that is asked as well.
        exchange.open(details, "to-child-dossier", "Composition", 'r', null);
        Exchange.Context context = exchange.open(details, "to-child-dossier", "Patient", 'r', null);
        return exchange.run(context, c -> {
            asked(details, c);
            DossierForm form = new DossierForm.Items();
            ChildDossierItems.Told told = children.of(Reading.uuid(id), c.caller(), c.viewer(), c.request());
            DossierForm.Made made =
                    told.items().map(form::of).orElse(new DossierForm.Made(Optional.empty(), Optional.empty()));
            return answer(made, form, told.lines(), c);
        });
    }

    private OperationInput asked(RequestDetails details, Exchange.Context c) {
        String name = "phb-" + c.request().interaction();
        return OperationInput.of(
                details,
                received,
                phb.find(OperationDefinition.class, PhbPackage.BASE + "/OperationDefinition/" + name)
                        .orElseThrow(() -> new IllegalStateException(name)));
    }

    private static DossierForm form(OperationInput asked, Exchange.Context c) {
        return switch (asked.words("form").orElse("json")) {
            case "json" -> new DossierForm.Json();
            case "xml" -> new DossierForm.Xml();
            case "bds" -> new DossierForm.Bds();
            case "jgz-message" -> {
                if (!c.caller().party().organizationSystem().equals(DossierForm.Message.URA)) {
                    throw Refusal.of(Reason.PARAMETER_VALUE, "form", "json, xml, bds")
                            .exception();
                }
                yield new DossierForm.Message(
                        number("application", asked),
                        number("receiver", asked),
                        c.caller().party(),
                        c.request().id(),
                        c.viewer().now());
            }
            default -> throw Refusal.of(Reason.PARAMETER_VALUE, "form", FORMS).exception();
        };
    }

    /** As registered for exchange between applications: digits. */
    private static String number(String name, OperationInput asked) {
        return asked.text(name).filter(it -> it.matches("[0-9]{1,20}")).orElseThrow(() -> Refusal.of(
                        Reason.PARAMETER_VALUE, name, "0-9")
                .exception());
    }

    private static Parameters answer(
            DossierForm.Made made, DossierForm form, List<SourceLine> lines, Exchange.Context c) {
        Parameters answer = new Parameters();
        made.bytes().ifPresent(bytes -> answer.addParameter()
                .setName("dossier")
                .setValue(new Attachment()
                        .setContentType(form.contentType())
                        .setData(bytes)
                        .setCreation(Date.from(c.viewer().now()))));
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, 0L);
        }
        lines.forEach(one -> counts.merge(one.line().outcome(), 1L, Long::sum));
        AccountAnswer.counts(step(answer, "dossier"), counts);
        made.account().ifPresent(account -> AccountAnswer.counts(step(answer, "form"), account.counts()));
        lines.stream().filter(one -> one.line().outcome() != Outcome.MAPPED).forEach(one -> field(answer, one, c));
        made.account().stream()
                .flatMap(account -> account.lines().stream())
                .filter(line -> line.outcome() != Outcome.MAPPED)
                .forEach(line -> AccountAnswer.field(answer, line, c.locale()));
        return answer;
    }

    private static ParametersParameterComponent step(Parameters answer, String step) {
        ParametersParameterComponent summary = answer.addParameter().setName("summary");
        summary.addPart().setName("step").setValue(new CodeType(step));
        return summary;
    }

    private static void field(Parameters answer, SourceLine one, Exchange.Context c) {
        AccountAnswer.field(answer, one.line(), c.locale())
                .addPart()
                .setName("source")
                .setValue(new Reference(one.source()));
    }
}
