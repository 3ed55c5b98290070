package nl.ooievaar.server.rest;

import ca.uhn.fhir.model.api.annotation.Description;
import ca.uhn.fhir.rest.annotation.ConditionalUrlParam;
import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.History;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.Patch;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.PatchTypeEnum;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.submission.Entry;
import nl.ooievaar.server.submission.Submissions;
import nl.ooievaar.server.types.Interaction;
import nl.ooievaar.server.types.ResourceType;
import nl.ooievaar.server.types.TypeClass;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;

/** The interactions of one type; what its row in types.md does not offer is refused. */
public class TypeProvider implements IResourceProvider {
    private final ResourceType type;
    private final Class<? extends IBaseResource> model;
    private final Reading reading;
    private final Writing writing;
    private final Received received;
    private final Answers answers;
    private final Validating validating;
    private final HerRights rights;

    public TypeProvider(
            ResourceType type,
            Class<? extends IBaseResource> model,
            Reading reading,
            Writing writing,
            Received received,
            Answers answers,
            Validating validating,
            HerRights rights) {
        this.type = type;
        this.model = model;
        this.reading = reading;
        this.writing = writing;
        this.received = received;
        this.answers = answers;
        this.validating = validating;
        this.rights = rights;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return model;
    }

    @Read(version = true)
    public Resource read(@IdParam IdType id, RequestDetails details) {
        offered(id.hasVersionIdPart() ? Interaction.VREAD : Interaction.READ);
        return reading.read(type.name(), id, details);
    }

    @History
    public IBundleProvider history(@IdParam IdType id, RequestDetails details) {
        offered(Interaction.HISTORY_INSTANCE);
        List<Resource> versions = reading.history(type.name(), id, details);
        return new SimpleBundleProvider(versions);
    }

    @Search(allowUnknownParams = true)
    @Description(shortDefinition = "Search by the declared parameters")
    public IBaseBundle search(RequestDetails details) {
        offered(Interaction.SEARCH);
        return reading.search(type.name(), details);
    }

    @Create
    public MethodOutcome create(
            @ResourceParam IBaseResource ignored, @ConditionalUrlParam String condition, RequestDetails details) {
        offered(Interaction.CREATE);
        Optional<String> ifNoneExist = Optional.ofNullable(condition).map(c -> c.substring(c.indexOf('?') + 1));
        return outcome(
                writing.one(
                        details, "create", "POST", type.name(), ifNoneExist, Optional.empty(), received.json(details)),
                details);
    }

    @Update
    public MethodOutcome update(
            @IdParam IdType id,
            @ResourceParam IBaseResource ignored,
            @ConditionalUrlParam String condition,
            RequestDetails details) {
        offered(Interaction.UPDATE);
        return outcome(
                writing.one(
                        details,
                        "update",
                        "PUT",
                        place(id, condition),
                        Optional.empty(),
                        Optional.ofNullable(details.getHeader("If-Match")),
                        received.json(details)),
                details);
    }

    @Patch
    public MethodOutcome patch(
            @IdParam IdType id,
            @ConditionalUrlParam String condition,
            PatchTypeEnum form,
            @ResourceParam String body,
            RequestDetails details) {
        offered(Interaction.PATCH);
        Entry patch = Entry.single(
                "PATCH",
                place(id, condition),
                Optional.empty(),
                Optional.ofNullable(details.getHeader("If-Match")),
                body.getBytes(StandardCharsets.UTF_8));
        return outcome(writing.patch(details, patch, form), details);
    }

    @Operation(name = "$validate", manualRequest = true)
    public OperationOutcome validate(RequestDetails details) {
        return validating.validate(details, Optional.of(type.name()));
    }

    @Operation(name = "$add-statement", manualRequest = true)
    public Resource addStatement(@IdParam IdType id, RequestDetails details) {
        ofPersons();
        return rights.addStatement(type.name(), id, details);
    }

    @Operation(name = "$entered-in-error", manualRequest = true)
    public Resource enteredInError(@IdParam IdType id, RequestDetails details) {
        ofPersons();
        return rights.enteredInError(type.name(), id, details);
    }

    private void ofPersons() {
        if (type.typeClass() != TypeClass.PERSON) {
            throw Refusal.of(Reason.NOT_OFFERED).exception();
        }
    }

    private MethodOutcome outcome(Submissions.Outcome done, RequestDetails details) {
        // Who may only write is not shown what a patch or a match leaves there.
        Resource answer = answers.of(done, details);
        MethodOutcome outcome = new MethodOutcome(
                new IdType(type.name(), done.id().toString(), Integer.toString(done.version())), done.status() == 201);
        if (Caller.current().mayAsk(type.name(), 'r')) {
            outcome.setResource(answer);
        }
        return outcome;
    }

    /** By id, or by the condition in the address. */
    private String place(IdType id, String condition) {
        if (condition != null) {
            return condition;
        }
        if (id == null || !id.hasIdPart()) {
            throw Refusal.of(Reason.NOT_OFFERED).exception();
        }
        return type.name() + "/" + id.getIdPart();
    }

    private void offered(Interaction interaction) {
        if (!type.offers(interaction)) {
            throw Refusal.of(Reason.NOT_OFFERED).exception();
        }
    }
}
