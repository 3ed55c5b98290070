package nl.ooievaar.mappings.bds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;
import nl.ooievaar.mappings.dossier.Marks;

/** The contacts of a dossier: what was recorded belongs to one of them. */
final class Contacts {
    private final JsonNode all;

    Contacts(JsonNode all) {
        this.all = all;
    }

    int size() {
        return all.size();
    }

    /** Whether it took place and may go. */
    boolean open(int index) {
        JsonNode one = all.path(index);
        return one.path("status").asText().equals("finished") && !Marks.closed(one.path("security"));
    }

    /** The contact of an answer: the one it names, else the only one, else the one of that day. */
    OptionalInt of(JsonNode response) {
        String named = response.path("encounter").path("reference").asText();
        OptionalInt found = OptionalInt.empty();
        int many = 0;
        for (int i = 0; i < size(); i++) {
            if (!open(i)) {
                continue;
            }
            if (!named.isEmpty() && named.equals(all.path(i).path("reference").asText())) {
                return OptionalInt.of(i);
            }
            if (day(all.path(i).path("start")).equals(day(response.path("authored")))) {
                found = OptionalInt.of(i);
                many++;
            }
        }
        return named.isEmpty() && many == 1 ? found : OptionalInt.empty();
    }

    boolean uses(OptionalInt contact, String method) {
        if (contact.isEmpty()) {
            return false;
        }
        for (JsonNode one : all.path(contact.getAsInt()).path("methods")) {
            if (one.asText().equals(method)) {
                return true;
            }
        }
        return false;
    }

    private static String day(JsonNode moment) {
        String text = moment.asText();
        return text.length() > 10 ? text.substring(0, 10) : text;
    }
}
