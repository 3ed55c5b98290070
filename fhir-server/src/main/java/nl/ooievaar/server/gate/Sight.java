package nl.ooievaar.server.gate;

import java.util.List;
import java.util.UUID;

/**
 * What somebody who signed in as a person may see because it is about her, or about whom she represents.
 *
 * @param persons whom it is about; empty for an organisation, and for somebody about whom nothing is kept
 * @param files where it is kept: all files about herself, and of whom she represents those of the custodian that recorded it
 * @param own those about herself: an address kept secret shows in no other
 */
public record Sight(List<UUID> persons, List<UUID> files, List<UUID> own) {
    /** Of an organisation. */
    public static final Sight NONE = new Sight(List.of(), List.of(), List.of());

    public Sight {
        persons = List.copyOf(persons);
        files = List.copyOf(files);
        own = List.copyOf(own);
    }
}
