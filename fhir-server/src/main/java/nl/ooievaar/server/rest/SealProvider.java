package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.signature.NodeSeal;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.Base64BinaryType;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Signature;
import org.springframework.stereotype.Component;

/** {@code $seal}: a document as it is kept, with the seal of this node over its bytes. Discloses as a read does. */
@Component
public class SealProvider {
    private final Exchange exchange;
    private final Lookup lookup;
    private final Audit audit;
    private final Vault vault;
    private final NodeSeal seal;

    public SealProvider(Exchange exchange, Lookup lookup, Audit audit, Vault vault, NodeSeal seal) {
        this.exchange = exchange;
        this.lookup = lookup;
        this.audit = audit;
        this.vault = vault;
        this.seal = seal;
    }

    @Operation(name = "$seal", idempotent = true, type = Composition.class)
    public Parameters composition(@IdParam IdType id, RequestDetails details) {
        return seal("Composition", id, details);
    }

    @Operation(name = "$seal", idempotent = true, type = Communication.class)
    public Parameters communication(@IdParam IdType id, RequestDetails details) {
        return seal("Communication", id, details);
    }

    @Operation(name = "$seal", idempotent = true, type = DocumentReference.class)
    public Parameters document(@IdParam IdType id, RequestDetails details) {
        return seal("DocumentReference", id, details);
    }

    @Operation(name = "$seal", idempotent = true, type = Binary.class)
    public Parameters binary(@IdParam IdType id, RequestDetails details) {
        return seal("Binary", id, details);
    }

    private Parameters seal(String type, IdType id, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "seal", type, 'r', null);
        return exchange.run(context, c -> {
            Seen seen = lookup.newest(type, Reading.uuid(id), c.viewer())
                    .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
            audit.record(c.request(), c.caller(), "R", List.of(Audit.Touched.of(seen)));
            byte[] stored = vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body());
            String jws = seal.over(stored)
                    .orElseThrow(() -> Refusal.of(Reason.NOT_OFFERED).exception());
            return new Parameters()
                    .addParameter("document", new Base64BinaryType(stored))
                    .addParameter("signature", signature(jws, c));
        });
    }

    private static Signature signature(String jws, Exchange.Context context) {
        Signature made = new Signature();
        // Source signature: who had it shows where it came from.
        made.addType().setSystem("urn:iso-astm:E1762-95:2013").setCode("1.2.840.10065.1.12.1.14");
        made.setWhen(Date.from(context.request().now()));
        made.getWho().setDisplay("Ooievaar, " + context.base());
        made.setTargetFormat("application/fhir+json");
        made.setSigFormat("application/jose");
        made.setData(jws.getBytes(StandardCharsets.US_ASCII));
        return made;
    }
}
