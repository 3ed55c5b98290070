package nl.ooievaar.server.gate;

import java.util.Optional;
import nl.ooievaar.subject.consent.Representation;
import nl.ooievaar.subject.party.Party;
import nl.ooievaar.subject.person.Bsn;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.RelatedPerson;

/** Projects a phb-representative into what the subject decides on. */
public final class RepresentationReader {
    private static final String BASE = "http://ooievaar.example/fhir/StructureDefinition/";
    private static final String BSN = "http://fhir.nl/fhir/NamingSystem/bsn";

    private RepresentationReader() {}

    /**
     * @param custodian the party that recorded it
     * @return empty for who represents nobody, and for what was recorded in error (active false)
     */
    public static Optional<Representation> read(RelatedPerson related, Party custodian) {
        boolean claims = related.getMeta().hasProfile(BASE + "phb-representative")
                && (!related.hasActive() || related.getActive());
        if (!claims || !related.getPeriod().hasStart()) {
            return Optional.empty();
        }
        return ground(related)
                .map(ground ->
                        new Representation(related.getIdPart(), custodian, ground, Periods.of(related.getPeriod())));
    }

    /** Who signs in as the representative. */
    static Optional<Bsn> bsn(RelatedPerson related) {
        return related.getIdentifier().stream()
                .filter(it -> BSN.equals(it.getSystem()))
                .flatMap(it -> Bsn.parse(it.getValue()).stream())
                .findFirst();
    }

    private static Optional<Representation.Ground> ground(RelatedPerson related) {
        return Optional.ofNullable(related.getExtensionByUrl(BASE + "phb-representation"))
                .map(Extension::getValue)
                .filter(CodeType.class::isInstance)
                .flatMap(it -> Representation.Ground.of(((CodeType) it).getCode()));
    }
}
