package nl.ooievaar.server.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long SECOND = 1_000_000_000L;

    @Property
    void never_gives_more_than_the_burst_and_the_pace(
            @ForAll @IntRange(min = 1, max = 50) int perSecond,
            @ForAll @IntRange(min = 1, max = 100) int burst,
            @ForAll @Size(max = 300) List<@IntRange(max = 400) Integer> pauses) {
        TokenBucket bucket = new TokenBucket(perSecond, burst, 0);
        long now = 0;
        int given = 0;
        for (int millis : pauses) {
            now += millis * 1_000_000L;
            given += bucket.take(1, now) == 0 ? 1 : 0;
            assertTrue(given <= burst + (double) now / SECOND * perSecond + 1e-6, "given " + given + " at " + now);
        }
    }

    @Property
    void who_waits_as_long_as_told_gets_it(
            @ForAll @IntRange(min = 1, max = 50) int perSecond, @ForAll @IntRange(min = 1, max = 100) int burst) {
        TokenBucket bucket = new TokenBucket(perSecond, burst, 0);
        int wait = 0;
        for (int i = 0; i <= burst; i++) {
            wait = bucket.take(1, 0);
        }
        assertTrue(wait >= 1);
        assertEquals(0, bucket.take(1, wait * SECOND));
    }

    @Test
    void a_clock_that_goes_back_gives_nothing() {
        TokenBucket bucket = new TokenBucket(1, 1, 10 * SECOND);
        assertEquals(0, bucket.take(1, 10 * SECOND));
        assertEquals(1, bucket.take(1, 5 * SECOND));
    }

    @Test
    void an_address_of_ipv6_counts_with_its_neighbours() {
        assertEquals("2001:db8:1:2", RateLimit.network("2001:db8:1:2:3:4:5:6"));
        assertEquals("192.0.2.1", RateLimit.network("192.0.2.1"));
    }
}
