package nl.ooievaar.server.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.Optional;
import nl.ooievaar.server.RsaKeys;
import nl.ooievaar.subject.person.Bsn;
import org.junit.jupiter.api.Test;

class PersonKeyTest {
    private static final PersonKey KEY = key(PersonKey.fresh("test"));
    private static final PersonKey OTHER = key(RsaKeys.of("person").toJSONString());

    private final Bsn bsn = Bsn.parse("999900018").orElseThrow();

    @Test
    void what_was_sealed_for_this_node_tells_it_who_it_is_each_time_and_nobody_else() {
        String sealed = KEY.seal(bsn);
        assertFalse(sealed.contains(bsn.value()));
        assertEquals(Optional.of(bsn), KEY.open(sealed));
        assertEquals(Optional.of(bsn), KEY.open(sealed));
        assertEquals(Optional.empty(), OTHER.open(sealed));
    }

    @Test
    void what_was_changed_after_it_was_opened_opens_nothing() {
        String sealed = KEY.seal(bsn);
        assertEquals(Optional.of(bsn), KEY.open(sealed));
        int last = sealed.lastIndexOf('.') + 1;
        char changed = sealed.charAt(last) == 'A' ? 'B' : 'A';
        assertEquals(Optional.empty(), KEY.open(sealed.substring(0, last) + changed + sealed.substring(last + 1)));
        assertEquals(Optional.empty(), KEY.open("no claim at all"));
    }

    private static PersonKey key(String json) {
        try {
            return new PersonKey(RSAKey.parse(json));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
