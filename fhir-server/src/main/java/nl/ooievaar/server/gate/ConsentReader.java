package nl.ooievaar.server.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.ooievaar.server.store.Directory;
import nl.ooievaar.subject.consent.ConsentStatement;
import nl.ooievaar.subject.consent.ConsentStatement.Effect;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.consent.Giver;
import nl.ooievaar.subject.consent.Period;
import nl.ooievaar.subject.consent.Purpose;
import nl.ooievaar.subject.consent.Recipient;
import nl.ooievaar.subject.consent.Representation;
import nl.ooievaar.subject.consent.Scope;
import nl.ooievaar.subject.party.CareRole;
import nl.ooievaar.subject.party.Party;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentDataMeaning;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/**
 * Projects a phb-consent into what the subject decides on.
 *
 * <p>A party named in a consent counts only if the imported directory knows it. Days are days in Amsterdam, the last one
 * included.
 */
@Component
public class ConsentReader {
    private static final String INCAPACITY = "http://ooievaar.example/fhir/StructureDefinition/phb-incapacity";
    private static final String GROUNDS = "http://ooievaar.example/fhir/CodeSystem/phb-representation-ground";
    /** Every permit has an end: a pregnancy, the visit and the evaluation six weeks after birth fit in it. */
    private static final Duration DEFAULT_LENGTH = Duration.ofDays(400);

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    /** Named data that is nowhere must narrow to nothing, not widen to everything. */
    private static final String NOTHING = new UUID(0, 0).toString();

    private final Directory directory;

    public ConsentReader(Directory directory) {
        this.directory = directory;
    }

    /**
     * @param signedIn whether who gave it wrote this version, signed in
     * @param representations of her, by the id of the RelatedPerson
     * @return empty when it says nothing that counts: an unknown purpose or source, no recipient that is known, or given by
     *     somebody who represents nobody
     */
    public Optional<ConsentStatement> read(
            Consent consent,
            UUID id,
            int version,
            Party recorder,
            boolean signedIn,
            Map<String, Representation> representations) {
        Optional<Representation> representation =
                representation(consent, representations).or(() -> outlived(consent, recorder));
        return givenByOther(consent) && representation.isEmpty()
                ? Optional.empty()
                : read(consent, id, version, recorder, signedIn, representation);
    }

    /** What it says whoever gave it: for what follows from its end, never for what it opens. */
    public Optional<ConsentStatement> saying(Consent consent, UUID id, int version, Party recorder) {
        return read(consent, id, version, recorder, true, Optional.empty());
    }

    private Optional<ConsentStatement> read(
            Consent consent,
            UUID id,
            int version,
            Party recorder,
            boolean signedIn,
            Optional<Representation> representation) {
        Consent.ProvisionComponent provision = consent.getProvision();
        Optional<Purpose> purpose = provision.getPurpose().stream()
                .flatMap(c -> Purpose.of(c.getCode()).stream())
                .findFirst();
        Set<Recipient> recipients = recipients(provision);
        Optional<Party> source = source(provision);
        if (purpose.isEmpty()
                || recipients.isEmpty()
                || source.isEmpty() && !actors(provision, "CST").isEmpty()) {
            return Optional.empty();
        }
        Effect effect = provision.getType() == Consent.ConsentProvisionType.DENY ? Effect.DENY : Effect.PERMIT;
        Period period = period(consent, effect);
        return Optional.of(new ConsentStatement(
                id.toString(),
                version,
                consent.getStatus() == Consent.ConsentState.ACTIVE,
                effect,
                purpose.get(),
                recorder,
                source,
                recipients,
                scope(provision),
                giver(consent, representation),
                signedIn,
                representation.map(it -> period.within(it.period())).orElse(period)));
    }

    /** The identifiers of parties and roles that nobody here knows. */
    public List<Identifier> unknownParties(Consent consent) {
        Consent.ProvisionComponent provision = consent.getProvision();
        List<Identifier> unknown = new ArrayList<>();
        actors(provision, "IRCP").stream().filter(it -> recipient(it).isEmpty()).forEach(unknown::add);
        actors(provision, "CST").stream()
                .filter(it -> directory.partyOf(it).isEmpty())
                .forEach(unknown::add);
        return unknown;
    }

    /** Whether somebody else gave it than the person it is about. */
    public static boolean givenByOther(Consent consent) {
        return consent.getPerformer().stream()
                .anyMatch(it -> !"Patient".equals(it.getReferenceElement().getResourceType()));
    }

    private static Optional<Representation> representation(
            Consent consent, Map<String, Representation> representations) {
        return consent.getPerformer().stream()
                .map(it -> it.getReferenceElement().getIdPart())
                .flatMap(id -> Optional.ofNullable(representations.get(id)).stream())
                .findFirst();
    }

    /** How a kept objection names who gave it, when nothing is kept of that person any more. */
    public static Reference givenOn(Representation.Ground ground) {
        return new Reference()
                .setType("RelatedPerson")
                .setIdentifier(new Identifier().setSystem(GROUNDS).setValue(ground.code()));
    }

    /** An objection that outlived the record of who gave it stands; a permission does not. */
    private static Optional<Representation> outlived(Consent consent, Party recorder) {
        return consent.getPerformer().stream()
                .filter(it -> consent.getProvision().getType() == Consent.ConsentProvisionType.DENY)
                .map(Reference::getIdentifier)
                .filter(it -> GROUNDS.equals(it.getSystem()))
                .flatMap(it -> Representation.Ground.of(it.getValue()).stream())
                .map(it -> new Representation("", recorder, it, new Period(Period.OPEN_START, Period.OPEN_END)))
                .findFirst();
    }

    private static Giver giver(Consent consent, Optional<Representation> representation) {
        if (representation.isEmpty()) {
            return Giver.HERSELF;
        }
        if (representation.get().ground().isAuthority()) {
            return Giver.AUTHORITY_HOLDER;
        }
        return consent.hasExtension(INCAPACITY) ? Giver.REPRESENTATIVE_OF_INCAPABLE : Giver.REPRESENTATIVE;
    }

    private static Period period(Consent consent, Effect effect) {
        org.hl7.fhir.r4.model.Period told = consent.getProvision().getPeriod();
        Instant start =
                told.hasStart() ? Periods.start(told.getStartElement()) : Periods.start(consent.getDateTimeElement());
        if (told.hasEnd()) {
            return new Period(start, Periods.end(told.getEndElement()));
        }
        return new Period(start, effect == Effect.DENY ? Period.OPEN_END : start.plus(DEFAULT_LENGTH));
    }

    private static Scope scope(Consent.ProvisionComponent provision) {
        Set<DataClass> classes = provision.getClass_().stream()
                .flatMap(c -> DataClass.of(c.getCode()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Scope(
                classes,
                ids(provision, it -> it != ConsentDataMeaning.DEPENDENTS),
                ids(provision, it -> it == ConsentDataMeaning.DEPENDENTS));
    }

    private static Set<String> ids(Consent.ProvisionComponent provision, Predicate<ConsentDataMeaning> meaning) {
        return provision.getData().stream()
                .filter(it -> meaning.test(it.getMeaning()))
                .map(it -> it.getReference().getReferenceElement().getIdPart())
                .map(id -> id != null && UUID_FORM.matcher(id).matches() ? id : NOTHING)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<Recipient> recipients(Consent.ProvisionComponent provision) {
        return actors(provision, "IRCP").stream()
                .flatMap(it -> recipient(it).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Optional<Recipient> recipient(Identifier actor) {
        if (CareTeamReader.ROLES.equals(actor.getSystem())) {
            return CareRole.of(actor.getValue()).map(Recipient.InRole::new);
        }
        return directory.partyOf(actor).map(Recipient.Named::new);
    }

    private Optional<Party> source(Consent.ProvisionComponent provision) {
        return actors(provision, "CST").stream()
                .flatMap(it -> directory.partyOf(it).stream())
                .findFirst();
    }

    private static Collection<Identifier> actors(Consent.ProvisionComponent provision, String role) {
        return provision.getActor().stream()
                .filter(a -> a.getRole().getCoding().stream().anyMatch(c -> role.equals(c.getCode())))
                .map(a -> a.getReference().getIdentifier())
                .toList();
    }
}
