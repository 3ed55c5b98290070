package nl.ooievaar.server.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.Optional;
import nl.ooievaar.subject.person.Bsn;
import org.junit.jupiter.api.Test;

class PersonKeyTest {
    private final Bsn bsn = Bsn.parse("999900018").orElseThrow();

    @Test
    void what_was_sealed_for_this_node_tells_it_who_it_is_each_time_and_nobody_else() throws ParseException {
        PersonKey key = key();
        PersonKey other = key();
        String sealed = key.seal(bsn);
        assertFalse(sealed.contains(bsn.value()));
        assertEquals(Optional.of(bsn), key.open(sealed));
        assertEquals(Optional.of(bsn), key.open(sealed));
        assertEquals(Optional.empty(), other.open(sealed));
    }

    @Test
    void what_was_changed_after_it_was_opened_opens_nothing() throws ParseException {
        PersonKey key = key();
        String sealed = key.seal(bsn);
        assertEquals(Optional.of(bsn), key.open(sealed));
        int last = sealed.lastIndexOf('.') + 1;
        char changed = sealed.charAt(last) == 'A' ? 'B' : 'A';
        assertEquals(Optional.empty(), key.open(sealed.substring(0, last) + changed + sealed.substring(last + 1)));
        assertEquals(Optional.empty(), key.open("no claim at all"));
    }

    private static PersonKey key() throws ParseException {
        return new PersonKey(RSAKey.parse(PersonKey.fresh("test")));
    }
}
