package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.annotation.ConditionalUrlParam;
import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.notification.Subscriptions;
import nl.ooievaar.server.notification.Subscriptions.Asking;
import nl.ooievaar.server.search.Indexer;
import nl.ooievaar.server.search.MemorySearch;
import nl.ooievaar.server.search.SearchParser;
import nl.ooievaar.server.search.SearchRequest;
import nl.ooievaar.server.submission.Entry;
import nl.ooievaar.server.validation.Issue;
import nl.ooievaar.server.validation.Judge;
import nl.ooievaar.server.validation.Validation;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Subscription;
import org.springframework.stereotype.Component;

/** The doors of subscriptions: each party has its own, and no other's. */
@Component
public class SubscriptionProvider implements IResourceProvider {
    private static final String TYPE = "Subscription";

    private final Exchange exchange;
    private final Received received;
    private final KeyedOperation keyed;
    private final Validation validation;
    private final Subscriptions subscriptions;
    private final PhbPackage phb;
    private final SearchParser parser;
    private final Indexer indexer;
    private final QueryDigest digest;

    SubscriptionProvider(
            Exchange exchange,
            Received received,
            KeyedOperation keyed,
            Validation validation,
            Subscriptions subscriptions,
            PhbPackage phb,
            SearchParser parser,
            Indexer indexer,
            QueryDigest digest) {
        this.exchange = exchange;
        this.received = received;
        this.keyed = keyed;
        this.validation = validation;
        this.subscriptions = subscriptions;
        this.phb = phb;
        this.parser = parser;
        this.indexer = indexer;
        this.digest = digest;
    }

    @Override
    public Class<Subscription> getResourceType() {
        return Subscription.class;
    }

    @Create
    public MethodOutcome create(
            @ResourceParam IBaseResource ignored, @ConditionalUrlParam String condition, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "create", TYPE, 'c', null);
        byte[] json = valid(context, condition, "POST", TYPE, Optional.empty(), details);
        Subscription made = exchange.run(context, c -> {
            UUID id = UUID.fromString(keyed.words(
                    details, c, () -> subscriptions.create(json, asking(c)).toString()));
            return subscriptions.made(id, asking(c));
        });
        return outcome(made, true);
    }

    @Read
    public Subscription read(@IdParam IdType id, RequestDetails details) {
        return run(details, "read", 'r', c -> subscriptions.read(Reading.uuid(id), asking(c)));
    }

    @Update
    public MethodOutcome update(
            @IdParam IdType id,
            @ResourceParam IBaseResource ignored,
            @ConditionalUrlParam String condition,
            RequestDetails details) {
        Exchange.Context context = exchange.open(details, "update", TYPE, 'u', null);
        Optional<String> match = Optional.ofNullable(details.getHeader("If-Match"));
        byte[] json = valid(context, condition, "PUT", TYPE + "/" + place(id), match, details);
        return outcome(
                exchange.run(
                        context,
                        c -> subscriptions.change(
                                Reading.uuid(id),
                                match.orElseThrow(() -> Refusal.of(Reason.VERSION_REQUIRED)
                                                .exception())
                                        .replaceAll("^W/|\"", ""),
                                json,
                                asking(c))),
                false);
    }

    @Search(allowUnknownParams = true)
    public IBaseBundle search(RequestDetails details) {
        boolean inBody = details.getRequestType() == RequestTypeEnum.POST;
        Exchange.Context context = exchange.open(details, "search-type", TYPE, 's', digest.of(details.getParameters()));
        return exchange.run(context, c -> {
            SearchRequest request = parser.parse(TYPE, details.getParameters(), inBody);
            List<Resource> found = new MemorySearch(indexer, subscriptions.all(asking(c))).run(request);
            Bundle bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET).setTotal(found.size());
            bundle.addLink().setRelation("self").setUrl(c.base() + "/" + TYPE);
            if (!request.countOnly()) {
                found.forEach(one -> bundle.addEntry()
                        .setFullUrl(
                                c.base() + "/" + TYPE + "/" + one.getIdElement().getIdPart())
                        .setResource(one)
                        .getSearch()
                        .setMode(Bundle.SearchEntryMode.MATCH));
            }
            return bundle;
        });
    }

    @Operation(name = "$status", idempotent = true)
    public Bundle status(@IdParam IdType id, RequestDetails details) {
        return run(details, "status", 'r', c -> {
            input("phb-status", details);
            return subscriptions.status(Reading.uuid(id), asking(c));
        });
    }

    @Operation(name = "$events", idempotent = true)
    public Bundle events(@IdParam IdType id, RequestDetails details) {
        return run(details, "events", 'r', c -> {
            OperationInput asked = input("phb-events", details);
            if (asked.text("content").filter(code -> !code.equals("id-only")).isPresent()) {
                throw Refusal.of(Reason.PARAMETER_VALUE, "content", "id-only").exception();
            }
            return subscriptions.events(
                    Reading.uuid(id),
                    number(asked, "eventsSinceNumber", 1),
                    number(asked, "eventsUntilNumber", Long.MAX_VALUE),
                    asking(c));
        });
    }

    private <T> T run(RequestDetails details, String interaction, char letter, Function<Exchange.Context, T> work) {
        return exchange.run(exchange.open(details, interaction, TYPE, letter, null), work);
    }

    private OperationInput input(String operation, RequestDetails details) {
        return OperationInput.of(
                details,
                received,
                phb.find(OperationDefinition.class, PhbPackage.BASE + "/OperationDefinition/" + operation)
                        .orElseThrow(() -> new IllegalStateException(operation)));
    }

    private static long number(OperationInput asked, String name, long otherwise) {
        return asked.text(name)
                .map(text -> {
                    if (!text.matches("[0-9]{1,18}")) {
                        throw Refusal.of(Reason.PARAMETER_VALUE, name, "0, 1, 2, ...")
                                .exception();
                    }
                    return Long.parseLong(text);
                })
                .orElse(otherwise);
    }

    /** The body, valid as R4 has it; what is refused is on record. */
    private byte[] valid(
            Exchange.Context context,
            String condition,
            String method,
            String place,
            Optional<String> match,
            RequestDetails details) {
        try {
            if (condition != null) {
                throw Refusal.of(Reason.NOT_OFFERED).exception();
            }
            byte[] json = received.json(details);
            List<Issue> errors = validation.errors(
                    List.of(Entry.single(method, place, Optional.empty(), match, json)), context.locale());
            if (!errors.isEmpty()) {
                exchange.refused(context, Refusal.of(Reason.INVALID_RESOURCE).exception());
                throw new UnprocessableEntityException(
                        "invalid",
                        Outcomes.of(
                                Judge.placed(errors, details.loadRequestContents(), Received.isXml(details)), details));
            }
            return json;
        } catch (RefusedException no) {
            exchange.refused(context, no);
            throw no;
        }
    }

    private static String place(IdType id) {
        return id == null || !id.hasIdPart() ? "" : id.getIdPart();
    }

    /** Who may only write is not shown what stands there. */
    private static MethodOutcome outcome(Subscription one, boolean created) {
        MethodOutcome outcome = new MethodOutcome(one.getIdElement(), created);
        if (Caller.current().mayAsk(TYPE, 'r')) {
            outcome.setResource(one);
        }
        return outcome;
    }

    private static Asking asking(Exchange.Context c) {
        return new Asking(c.caller(), c.viewer(), c.request(), c.base(), c.locale());
    }
}
