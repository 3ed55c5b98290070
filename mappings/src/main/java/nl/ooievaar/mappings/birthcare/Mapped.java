package nl.ooievaar.mappings.birthcare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.ooievaar.mappings.account.Account;
import nl.ooievaar.mappings.source.Element;
import nl.ooievaar.mappings.source.SourceRecord;

/**
 * What a record became.
 *
 * @param record which record it was, by an identifier of the source; the same for a newer version of it
 * @param resources the woman first, then what is about her
 * @param account one line for each field of the record
 */
public record Mapped(SourceRecord source, String record, List<Made> resources, Account account) {

    /**
     * A resource with a reference to the woman by {@code woman}.
     *
     * @param identifier by which the same is found again; its system is {@link FromBirthCare#IDENTIFIER}
     * @param from the fields that it was made of
     */
    public record Made(String fact, String identifier, ObjectNode resource, List<Element> from) {}
}
