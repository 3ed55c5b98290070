package nl.ooievaar.mappings.bds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;

/** Elements of the BDS JGZ as a list in JSON, in the order of the BDS: its number, name and value each. */
public final class BdsJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BdsJson() {}

    public static byte[] of(List<BdsRow> rows) {
        ArrayNode all = JSON.createArrayNode();
        rows.forEach(row -> row(all.addObject(), row));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(ObjectNode one, BdsRow row) {
        one.put("rubric", row.rubric());
        row.group().ifPresent(it -> one.put("group", it));
        one.put("element", row.element()).put("name", row.name());
        row.contact().ifPresent(it -> one.put("contact", it));
        value(one, row.value());
    }

    private static void value(ObjectNode one, BdsRow.Value value) {
        if (value instanceof BdsRow.Coded it) {
            one.put("code", it.code()).put("system", "urn:oid:" + it.system()).put("display", it.display());
        } else if (value instanceof BdsRow.Text it) {
            one.put("text", it.text());
        } else if (value instanceof BdsRow.Day it) {
            one.put("date", it.value());
        } else if (value instanceof BdsRow.Count it) {
            one.put("count", it.value());
        } else if (value instanceof BdsRow.Measure it) {
            one.put("value", it.value()).put("unit", it.unit());
        } else if (value instanceof BdsRow.Id it) {
            one.put("identifier", it.extension()).put("system", "urn:oid:" + it.root());
        }
    }
}
