package nl.ooievaar.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/** A child as a youth health care service tells of its birth. */
public final class Born {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode child = JSON.createObjectNode().put("resourceType", "Patient");

    private Born(String day) {
        child.putObject("meta").putArray("profile").add("http://ooievaar.example/fhir/StructureDefinition/phb-child");
        child.put("birthDate", day);
    }

    public static Born on(String day) {
        return new Born(day);
    }

    public Born at(String time) {
        child.putObject("_birthDate")
                .putArray("extension")
                .addObject()
                .put("url", "http://hl7.org/fhir/StructureDefinition/patient-birthTime")
                .put("valueDateTime", time);
        return this;
    }

    public Born bsn(String value) {
        child.putArray("identifier")
                .addObject()
                .put("system", "http://fhir.nl/fhir/NamingSystem/bsn")
                .put("value", value);
        return this;
    }

    public ObjectNode json() {
        return child;
    }

    public static String parameters(boolean additional, Born... children) {
        return parameters(additional, Arrays.stream(children).map(Born::json).toArray(ObjectNode[]::new));
    }

    public static String parameters(boolean additional, ObjectNode... children) {
        ObjectNode made = JSON.createObjectNode().put("resourceType", "Parameters");
        ArrayNode all = made.putArray("parameter");
        for (ObjectNode one : children) {
            all.addObject().put("name", "child").set("resource", one);
        }
        if (additional) {
            all.addObject().put("name", "additional").put("valueBoolean", true);
        }
        return made.toString();
    }
}
