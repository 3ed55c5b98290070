package nl.ooievaar.server.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.start.AesGcm;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;

/**
 * Seals page links under AES-256-GCM for one party: a link shows nothing of the search, which may name a person, and opens
 * nothing for another. Foreign, old and broken links get one and the same answer.
 */
final class PageLinks {
    static final Duration LIFE = Duration.ofHours(1);
    /** No honest link is longer; a small text must not unfold to a large one. */
    private static final int LONGEST = 1 << 16;

    private final byte[] key;
    private final ObjectMapper json = JsonMapper.builder().build();

    /** @param key 32 bytes */
    PageLinks(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("the key of page links must be 32 bytes");
        }
        this.key = key.clone();
    }

    String seal(PageLink link, Viewer viewer) {
        byte[] sealed = AesGcm.seal(key, place(viewer), pack(link));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    PageLink open(String token, Viewer viewer) {
        PageLink link;
        try {
            link = unpack(AesGcm.open(key, place(viewer), Base64.getUrlDecoder().decode(token)));
        } catch (GeneralSecurityException | IllegalArgumentException | UncheckedIOException e) {
            throw unknown();
        }
        if (viewer.now().getEpochSecond() >= link.expires()) {
            throw unknown();
        }
        return link;
    }

    private static byte[] place(Viewer viewer) {
        return ("page-link\n" + viewer.party()).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] pack(PageLink link) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(packed)) {
            deflated.write(json.writeValueAsBytes(link));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private PageLink unpack(byte[] packed) {
        try (InflaterInputStream inflated = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return json.readValue(inflated.readNBytes(LONGEST), PageLink.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RefusedException unknown() {
        return Refusal.of(Reason.PAGE_LINK_UNKNOWN).exception();
    }
}
