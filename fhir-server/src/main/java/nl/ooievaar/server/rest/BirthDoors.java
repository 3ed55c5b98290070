package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.birth.BirthRecording;
import nl.ooievaar.server.birth.BirthRecording.ToldChild;
import nl.ooievaar.server.birth.ChildDossier;
import nl.ooievaar.server.birth.HandOver;
import nl.ooievaar.server.birth.OwnRecord;
import nl.ooievaar.server.birth.RecordLink;
import nl.ooievaar.server.submission.EndedPregnancy;
import nl.ooievaar.server.validation.Issue;
import nl.ooievaar.server.validation.Validation;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;

/** The doors around the end of a pregnancy: scope first, then what was asked, all of it on record when it is refused. */
@Component
public class BirthDoors {
    private final Exchange exchange;
    private final Received received;
    private final PhbPackage phb;
    private final Validation validation;
    private final OwnRecord own;
    private final EndedPregnancy ended;
    private final BirthRecording births;
    private final ChildDossier dossier;
    private final HandOver handOver;
    private final RecordLink links;

    public BirthDoors(
            Exchange exchange,
            Received received,
            PhbPackage phb,
            Validation validation,
            OwnRecord own,
            EndedPregnancy ended,
            BirthRecording births,
            ChildDossier dossier,
            HandOver handOver,
            RecordLink links) {
        this.exchange = exchange;
        this.received = received;
        this.phb = phb;
        this.validation = validation;
        this.own = own;
        this.ended = ended;
        this.births = births;
        this.dossier = dossier;
        this.handOver = handOver;
        this.links = links;
    }

    Parameters pregnancyEnded(IdType patient, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "pregnancy-ended", "Patient", 'u', null);
        EndedPregnancy.Ended done = run(context, details, (c, asked) -> {
            var seen = own.orHerself(Reading.uuid(patient), c.viewer(), "$pregnancy-ended");
            return ended.end(seen, asked.day("date"), c.caller(), c.viewer(), c.request());
        });
        Parameters answer = new Parameters();
        answer.addParameter().setName("record").setValue(new Reference(done.record()));
        return repeated(answer, done.repeated());
    }

    Parameters birth(IdType patient, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "birth", "Patient", 'c', null);
        List<Issue> errors = new ArrayList<>();
        BirthRecording.Recorded done = run(
                context,
                details,
                (c, asked) -> {
                    // Whose it is comes first: to a stranger no child is judged.
                    own.of(Reading.uuid(patient), c.viewer(), "$birth");
                    List<ToldChild> told = BornChildren.of(asked, received.json(details));
                    errors.addAll(validation.errors(
                            told.stream().map(BornChildren::entry).toList(), c.locale()));
                    if (!errors.isEmpty()) {
                        throw Refusal.of(Reason.INVALID_RESOURCE).exception();
                    }
                    return births.record(
                            Reading.uuid(patient),
                            told,
                            asked.flag("additional"),
                            c.caller(),
                            c.viewer(),
                            c.request(),
                            c.base());
                },
                errors);
        Parameters answer = new Parameters();
        done.children().forEach(one -> answer.addParameter().setName("child").setValue(new Reference(one)));
        done.evaluation()
                .ifPresent(day -> answer.addParameter().setName("evaluation").setValue(new DateType(day.toString())));
        return repeated(answer, done.repeated());
    }

    Parameters previewForChild(IdType patient, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "preview-for-child", "Patient", 'r', null);
        ChildDossier.Preview preview = run(
                context,
                details,
                (c, asked) -> dossier.preview(
                        Reading.uuid(patient),
                        child(asked, c),
                        asked.patient("partner", c.base()),
                        c.caller(),
                        c.viewer(),
                        c.request()));
        Parameters answer = new Parameters();
        preview.readers().forEach(one -> answer.addParameter("reader", one));
        preview.items().forEach(item -> {
            var told = answer.addParameter().setName("item");
            told.addPart().setName("source").setValue(new Reference(item.source()));
            item.part().ifPresent(part -> told.addPart().setName("part").setValue(new StringType(part)));
            told.addPart().setName("title").setValue(new StringType(item.title()));
            told.addPart().setName("text").setValue(new StringType(item.text()));
            told.addPart().setName("consent").setValue(new BooleanType(item.agreed()));
        });
        return answer;
    }

    Parameters handOverToChild(IdType patient, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "hand-over-to-child", "Composition", 'c', null);
        HandOver.Done done = run(
                context,
                details,
                (c, asked) -> handOver.make(
                        Reading.uuid(patient),
                        child(asked, c),
                        asked.patient("partner", c.base()),
                        choices(asked),
                        c.caller(),
                        c.viewer(),
                        c.request()));
        Parameters answer = new Parameters();
        answer.addParameter().setName("document").setValue(new Reference(done.document()));
        return repeated(answer, done.repeated());
    }

    Parameters link(IdType patient, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "link", "Patient", 'u', null);
        return repeated(
                new Parameters(),
                run(
                        context,
                        details,
                        (c, asked) -> links.link(
                                Reading.uuid(patient), other(asked, c), c.caller(), c.viewer(), c.request())));
    }

    Parameters unlink(IdType patient, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "unlink", "Patient", 'u', null);
        return repeated(
                new Parameters(),
                run(
                        context,
                        details,
                        (c, asked) -> links.unlink(
                                Reading.uuid(patient), other(asked, c), c.caller(), c.viewer(), c.request())));
    }

    private static Parameters repeated(Parameters answer, boolean repeated) {
        answer.addParameter().setName("repeated").setValue(new BooleanType(repeated));
        return answer;
    }

    private static UUID child(OperationInput asked, Exchange.Context c) {
        return named("child", asked, c);
    }

    private static UUID other(OperationInput asked, Exchange.Context c) {
        return named("other", asked, c);
    }

    private static UUID named(String name, OperationInput asked, Exchange.Context c) {
        return asked.patient(name, c.base()).orElseThrow(() -> Refusal.of(Reason.PARAMETER_VALUE, name, "Patient/[id]")
                .exception());
    }

    private static List<HandOver.Choice> choices(OperationInput asked) {
        List<HandOver.Choice> choices = asked.all("item").stream()
                .map(one -> new HandOver.Choice(
                        one.at(),
                        one.reference("source").orElseThrow(() -> Refusal.of(
                                        Reason.PARAMETER_VALUE, "item.source", "Type/[id]/_history/[version]")
                                .at(one.at())
                                .exception()),
                        one.text("part")))
                .toList();
        if (choices.isEmpty()) {
            throw Refusal.of(Reason.PARAMETER_VALUE, "item", "source, part").exception();
        }
        return choices;
    }

    private <T> T run(
            Exchange.Context context, RequestDetails details, BiFunction<Exchange.Context, OperationInput, T> work) {
        OperationDefinition definition = phb.find(
                        OperationDefinition.class,
                        PhbPackage.BASE + "/OperationDefinition/phb-"
                                + context.request().interaction())
                .orElseThrow(() -> new IllegalStateException(context.request().interaction()));
        return exchange.run(context, c -> work.apply(c, OperationInput.of(details, received, definition)));
    }

    /** What is not valid is told issue by issue. */
    private <T> T run(
            Exchange.Context context,
            RequestDetails details,
            BiFunction<Exchange.Context, OperationInput, T> work,
            List<Issue> errors) {
        try {
            return run(context, details, (c, asked) -> {
                errors.clear();
                return work.apply(c, asked);
            });
        } catch (RefusedException no) {
            if (errors.isEmpty()) {
                throw no;
            }
            throw new UnprocessableEntityException("invalid", Outcomes.of(errors, details));
        }
    }
}
