package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.submission.FeedbackPick;
import nl.ooievaar.server.submission.FeedbackSending;
import nl.ooievaar.server.submission.VisitSummary;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;
import org.springframework.stereotype.Component;

/** Operations on a work task: feedback looked at or sent, with the same question, and how far the visit is. */
@Component
public class VisitProvider {
    private static final String UUID_FORM = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern SERVICE = Pattern.compile("HealthcareService/(" + UUID_FORM + ")");
    private static final Pattern SOURCE =
            Pattern.compile("QuestionnaireResponse/(" + UUID_FORM + ")/_history/([0-9]{1,6})");
    /** What is told is derived from these: a token that may not read them may not read it this way. */
    private static final List<String> DERIVED_FROM =
            List.of("Task", "QuestionnaireResponse", "CarePlan", "CareTeam", "Encounter", "Appointment");

    private final Exchange exchange;
    private final Received received;
    private final PhbPackage phb;
    private final FeedbackSending feedback;
    private final VisitSummary summaries;

    public VisitProvider(
            Exchange exchange, Received received, PhbPackage phb, FeedbackSending feedback, VisitSummary summaries) {
        this.exchange = exchange;
        this.received = received;
        this.phb = phb;
        this.feedback = feedback;
        this.summaries = summaries;
    }

    @Operation(name = "$preview-feedback", idempotent = true, manualRequest = true, type = Task.class)
    public Parameters preview(@IdParam IdType work, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "preview-feedback", "Communication", 'r', null);
        FeedbackSending.Preview preview = run(
                context,
                details,
                (c, asked) -> feedback.preview(
                        Reading.uuid(work), recipient(asked, c), picks(asked, c), c.caller(), c.viewer(), c.request()));
        Parameters answer = new Parameters();
        answer.addParameter()
                .setName("duty")
                .setValue(new CodeType(preview.duty().code()));
        answer.addParameter()
                .setName("lead")
                .setValue(new CodeType(preview.lead().holder().code()));
        preview.told().forEach(one -> {
            var told = answer.addParameter().setName("told");
            told.addPart().setName("recipient").setValue(new Reference(one.recipient()));
            one.as().forEach(as -> told.addPart().setName("purpose").setValue(new CodeType(as.code())));
            told.addPart().setName("consent").setValue(new BooleanType(one.agreed()));
            one.sent().forEach(sent -> told.addPart().setName("sent").setValue(new Reference(sent)));
            told.addPart().setName("feedback").setResource(one.feedback());
        });
        return answer;
    }

    @Operation(name = "$send-feedback", manualRequest = true, type = Task.class)
    public Parameters send(@IdParam IdType work, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "send-feedback", "Communication", 'c', null);
        FeedbackSending.Sent sent = run(
                context,
                details,
                (c, asked) -> feedback.send(
                        Reading.uuid(work),
                        recipient(asked, c).orElseThrow(VisitProvider::noRecipient),
                        picks(asked, c),
                        c.caller(),
                        c.viewer(),
                        c.request()));
        Parameters answer = new Parameters();
        answer.addParameter()
                .setName("feedback")
                .setValue(new Reference(sent.feedback().location()));
        answer.addParameter().setName("repeated").setValue(new BooleanType(sent.repeated()));
        return answer;
    }

    /** {@code $visit-summary}: what the worklist shows beside the task. */
    @Operation(name = "$visit-summary", idempotent = true, manualRequest = true, type = Task.class)
    public Parameters summary(@IdParam IdType work, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "visit-summary", "Task", 'r', null);
        VisitSummary.Summary summary = run(
                context, details, (c, asked) -> summaries.of(Reading.uuid(work), c.caller(), c.viewer(), c.request()));
        Parameters answer = new Parameters();
        answer.addParameter()
                .setName("duty")
                .setValue(new CodeType(summary.duty().code()));
        answer.addParameter()
                .setName("lead")
                .setValue(new CodeType(summary.lead().holder().code()));
        answer.addParameter().setName("contacts").setValue(new IntegerType(summary.contacts()));
        answer.addParameter().setName("minutes").setValue(new IntegerType((int) summary.minutes()));
        summary.attention().forEach(one -> {
            var told = answer.addParameter().setName("attention");
            told.addPart().setName("what").setValue(new CodeType(one.what().code()));
            told.addPart().setName("where").setValue(new Reference(one.where()));
        });
        return answer;
    }

    private <T> T run(
            Exchange.Context context, RequestDetails details, BiFunction<Exchange.Context, OperationInput, T> work) {
        String name = context.request().interaction();
        OperationDefinition definition = phb.find(
                        OperationDefinition.class, PhbPackage.BASE + "/OperationDefinition/phb-" + name)
                .orElseThrow(() -> new IllegalStateException(name));
        return exchange.run(context, c -> {
            DERIVED_FROM.stream()
                    .filter(type -> !c.caller().mayAsk(type, 'r'))
                    .findFirst()
                    .ifPresent(type -> {
                        throw Refusal.of(Reason.FORBIDDEN_OPERATION, "read " + type)
                                .exception();
                    });
            return work.apply(c, OperationInput.of(details, received, definition));
        });
    }

    private static Optional<UUID> recipient(OperationInput asked, Exchange.Context c) {
        Type value = asked.values().get("recipient");
        if (value == null) {
            return Optional.empty();
        }
        String sent = value instanceof Reference reference ? reference.getReference() : value.primitiveValue();
        Matcher service = SERVICE.matcher(relative(sent == null ? "" : sent, c));
        if (!service.matches()) {
            throw noRecipient();
        }
        return Optional.of(UUID.fromString(service.group(1)));
    }

    private static RuntimeException noRecipient() {
        return Refusal.of(Reason.PARAMETER_VALUE, "recipient", "HealthcareService/[id]")
                .at("Parameters.parameter.where(name='recipient')")
                .exception();
    }

    private static List<FeedbackPick> picks(OperationInput asked, Exchange.Context c) {
        return asked.all("item").stream().map(item -> pick(item, c)).toList();
    }

    private static FeedbackPick pick(OperationInput.Part item, Exchange.Context c) {
        Matcher source = SOURCE.matcher(relative(item.reference("source").orElse(""), c));
        Optional<String> linkId = item.text("part");
        if (!source.matches() || linkId.isEmpty()) {
            throw Refusal.of(
                            Reason.PARAMETER_VALUE,
                            "item",
                            "source = QuestionnaireResponse/[id]/_history/[version], part = linkId")
                    .at(item.at())
                    .exception();
        }
        return new FeedbackPick(
                item.at(), UUID.fromString(source.group(1)), Integer.parseInt(source.group(2)), linkId.get());
    }

    private static String relative(String reference, Exchange.Context c) {
        return reference.startsWith(c.base() + "/")
                ? reference.substring(c.base().length() + 1)
                : reference;
    }
}
