package nl.ooievaar.server.rest;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServerUtils;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.server.submission.Submissions;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * Resources on their way out. Where the client takes plain JSON they stay the bytes that are stored; a parsed resource is made
 * only to be shortened, indented or turned into XML.
 */
@Component
public class Answers {
    /** Under this key a resource carries its stored form. */
    static final String STORED = Answers.class.getName();

    private static final Set<String> SHAPING =
            Set.of(Constants.PARAM_SUMMARY, Constants.PARAM_ELEMENTS, Constants.PARAM_PRETTY);

    private final FhirContext fhir;
    private final Vault vault;

    public Answers(FhirContext fhir, Vault vault) {
        this.fhir = fhir;
        this.vault = vault;
    }

    Resource of(Seen seen, RequestDetails details) {
        byte[] stored = vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body());
        return of(seen.type(), seen.id(), seen.version(), seen.lastUpdated(), stored, details);
    }

    Resource of(Submissions.Outcome outcome, RequestDetails details) {
        return of(outcome.type(), outcome.id(), outcome.version(), outcome.lastUpdated(), outcome.stored(), details);
    }

    private Resource of(String type, UUID id, int version, Instant lastUpdated, byte[] stored, RequestDetails details) {
        if (!asStored(details)) {
            return (Resource) fhir.newJsonParser().parseResource(new String(stored, StandardCharsets.UTF_8));
        }
        Resource shell = (Resource) fhir.getResourceDefinition(type).newInstance();
        shell.setId(new IdType(type, id.toString(), Integer.toString(version)));
        shell.getMeta().setVersionId(Integer.toString(version)).setLastUpdated(Date.from(lastUpdated));
        shell.setUserData(STORED, stored);
        return shell;
    }

    /** Whether the answer can be the stored bytes. */
    static boolean asStored(RequestDetails details) {
        if (details.getParameters().keySet().stream().anyMatch(SHAPING::contains)) {
            return false;
        }
        RestfulServerUtils.ResponseEncoding asked = RestfulServerUtils.determineResponseEncodingNoDefault(
                details, details.getServer().getDefaultResponseEncoding());
        return asked == null || asked.getEncoding() == EncodingEnum.JSON;
    }
}
