package nl.ooievaar.server.rest;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Streams stored bytes as they are, inside a Bundle or alone, so that nothing a sender wrote changes on the way out. */
@Interceptor
@Component
public class AnswerAsStored {
    private final FhirContext fhir;

    public AnswerAsStored(FhirContext fhir) {
        this.fhir = fhir;
    }

    /** @return false when the answer was written here */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public boolean write(RequestDetails request, ResponseDetails answer, HttpServletResponse response)
            throws IOException {
        IBaseResource resource = answer.getResponseResource();
        if (resource instanceof Bundle bundle && holdsStored(bundle)) {
            begin(answer, response);
            try (OutputStream out = response.getOutputStream()) {
                write(bundle, out);
            }
            return false;
        }
        byte[] stored = resource instanceof Resource one ? (byte[]) one.getUserData(Answers.STORED) : null;
        if (stored == null) {
            return true;
        }
        begin(answer, response);
        Resource one = (Resource) resource;
        response.setHeader("ETag", "W/\"" + one.getMeta().getVersionId() + "\"");
        response.setHeader(
                "Last-Modified",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        one.getMeta().getLastUpdated().toInstant().atZone(ZoneOffset.UTC)));
        String place = request.getFhirServerBase() + "/" + one.fhirType() + "/"
                + one.getIdElement().getIdPart() + "/_history/" + one.getMeta().getVersionId();
        response.setHeader(answer.getResponseCode() == 201 ? "Location" : "Content-Location", place);
        try (OutputStream out = response.getOutputStream()) {
            out.write(stored);
        }
        return false;
    }

    private static void begin(ResponseDetails answer, HttpServletResponse response) {
        response.setStatus(answer.getResponseCode());
        response.setContentType("application/fhir+json;charset=UTF-8");
    }

    private static boolean holdsStored(Bundle bundle) {
        return bundle.getEntry().stream()
                .filter(Bundle.BundleEntryComponent::hasResource)
                .anyMatch(e -> e.getResource() instanceof Bundle inner
                        ? holdsStored(inner)
                        : e.getResource().getUserData(Answers.STORED) != null);
    }

    /** The frame of the Bundle is HAPI's; each resource in it is ours. */
    private void write(Bundle bundle, OutputStream out) throws IOException {
        Bundle frame = new Bundle();
        frame.setId(bundle.getIdElement().getIdPart());
        frame.setMeta(bundle.getMeta());
        frame.setType(bundle.getType());
        frame.setLink(bundle.getLink());
        if (bundle.hasTotal()) {
            frame.setTotal(bundle.getTotal());
        }
        String head = fhir.newJsonParser().encodeResourceToString(frame);
        out.write(head.substring(0, head.length() - 1).getBytes(StandardCharsets.UTF_8));
        out.write(",\"entry\":[".getBytes(StandardCharsets.UTF_8));
        boolean first = true;
        for (Bundle.BundleEntryComponent entry : bundle.getEntry()) {
            out.write((first ? "{" : ",{").getBytes(StandardCharsets.UTF_8));
            first = false;
            String around = EntryFrame.of(entry, fhir);
            out.write(around.getBytes(StandardCharsets.UTF_8));
            if (entry.hasResource()) {
                out.write((around.isEmpty() ? "\"resource\":" : ",\"resource\":").getBytes(StandardCharsets.UTF_8));
                if (entry.getResource() instanceof Bundle inner && holdsStored(inner)) {
                    write(inner, out);
                } else {
                    out.write(bytes(entry.getResource()));
                }
            }
            out.write('}');
        }
        out.write("]}".getBytes(StandardCharsets.UTF_8));
    }

    private byte[] bytes(Resource resource) {
        byte[] stored = (byte[]) resource.getUserData(Answers.STORED);
        return stored != null
                ? stored
                : fhir.newJsonParser().encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
    }
}
