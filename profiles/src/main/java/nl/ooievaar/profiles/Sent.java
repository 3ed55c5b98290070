package nl.ooievaar.profiles;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Resource;

/** The resources within what was sent, to tell by which profiles a place in it is judged. */
final class Sent {
    private static final Pattern INNER = Pattern.compile(
            "(?:\\.(entry)\\[(\\d+)]\\.resource|\\.(parameter)\\[(\\d+)]\\.resource|\\.(contained)\\[(\\d+)])(?=\\.|$)");

    /** A place within its own resource, and the profiles that one claims. */
    record Place(String expression, List<String> profiles) {}

    private final Resource root;

    private Sent(Resource root) {
        this.root = root;
    }

    /** What can't be read claims nothing. */
    static Sent of(FhirContext context, String text) {
        var handler = new LenientErrorHandler(false).disableAllErrors();
        var parser = text.stripLeading().startsWith("<") ? context.newXmlParser() : context.newJsonParser();
        try {
            return new Sent((Resource) parser.setParserErrorHandler(handler).parseResource(text));
        } catch (RuntimeException e) {
            return new Sent(null);
        }
    }

    /** A resource and what it claims. */
    record Part(Claim claim, Resource resource) {}

    /** What is claimed by the resource or, in a Bundle, by that of each entry. */
    List<Claim> claims() {
        return parts().stream()
                .filter(part -> !(part.resource() instanceof Bundle))
                .map(Part::claim)
                .toList();
    }

    /** The resource and, of a Bundle, that of each entry. */
    List<Part> parts() {
        if (root == null) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>(List.of(part(root.fhirType(), root)));
        if (root instanceof Bundle bundle) {
            for (int i = 0; i < bundle.getEntry().size(); i++) {
                Resource resource = bundle.getEntry().get(i).getResource();
                if (resource != null) {
                    parts.add(part("Bundle.entry[" + i + "].resource", resource));
                }
            }
        }
        return parts;
    }

    private static Part part(String expression, Resource resource) {
        return new Part(new Claim(expression, resource.fhirType(), profiles(resource)), resource);
    }

    private static List<String> profiles(Resource resource) {
        return resource.getMeta().getProfile().stream()
                .map(PrimitiveType::getValue)
                .filter(Objects::nonNull)
                .toList();
    }

    Place at(String expression) {
        Resource at = root;
        int from = expression.indexOf('.');
        Matcher inner = INNER.matcher(expression);
        String below = from < 0 ? "" : expression.substring(from);
        while (at != null && inner.find()) {
            Resource next = next(at, inner);
            if (next != null) {
                at = next;
                below = expression.substring(inner.end());
            }
        }
        if (at == null) {
            return new Place(expression, List.of());
        }
        return new Place(at.fhirType() + below, profiles(at));
    }

    private static Resource next(Resource at, Matcher inner) {
        if (at instanceof Bundle bundle && inner.group(1) != null) {
            int index = Integer.parseInt(inner.group(2));
            return index < bundle.getEntry().size()
                    ? bundle.getEntry().get(index).getResource()
                    : null;
        } else if (at instanceof Parameters parameters && inner.group(3) != null) {
            int index = Integer.parseInt(inner.group(4));
            return index < parameters.getParameter().size()
                    ? parameters.getParameter().get(index).getResource()
                    : null;
        } else if (at instanceof DomainResource domain && inner.group(5) != null) {
            int index = Integer.parseInt(inner.group(6));
            return index < domain.getContained().size() ? domain.getContained().get(index) : null;
        }
        return null;
    }
}
