package nl.ooievaar.server.rest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import nl.ooievaar.server.audit.AuditTrail.Place;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.start.AesGcm;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;

/**
 * Links to a later page of an audit trail, sealed under AES-256-GCM for one party and one address: they hold for an hour, show
 * nothing, and open nothing elsewhere. Foreign, old and broken links get one and the same answer. Thread safe.
 */
final class TrailLinks {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final int LONGEST = 1 << 16;

    private final byte[] key;

    /**
     * What a link holds.
     *
     * @param asked the question, in the words of whoever made the link
     */
    record Link(Place after, String asked) {}

    /** @param key 32 bytes */
    TrailLinks(byte[] key) {
        this.key = key.clone();
    }

    String seal(Link link, String address, Viewer viewer) {
        String text =
                viewer.now().plus(LIFE).getEpochSecond() + "\n" + link.after().at() + "\n"
                        + link.after().seq() + "\n" + link.after().snapshot() + "\n" + link.asked();
        byte[] sealed = AesGcm.seal(key, place(address, viewer), text.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    Link open(String token, String address, Viewer viewer) {
        try {
            if (token.length() > LONGEST) {
                throw unknown();
            }
            byte[] opened = AesGcm.open(
                    key, place(address, viewer), Base64.getUrlDecoder().decode(token));
            String[] part = new String(opened, StandardCharsets.UTF_8).split("\n", 5);
            if (viewer.now().getEpochSecond() >= Long.parseLong(part[0])) {
                throw unknown();
            }
            return new Link(new Place(Instant.parse(part[1]), Long.parseLong(part[2]), part[3]), part[4]);
        } catch (GeneralSecurityException | IllegalArgumentException | DateTimeException e) {
            throw unknown();
        }
    }

    private static byte[] place(String address, Viewer viewer) {
        return ("trail-link\n" + viewer.party() + "\n" + address).getBytes(StandardCharsets.UTF_8);
    }

    private static RefusedException unknown() {
        return Refusal.of(Reason.PAGE_LINK_UNKNOWN).exception();
    }
}
