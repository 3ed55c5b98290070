package nl.ooievaar.server.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;

/**
 * Seals page links under AES-256-GCM for one party: a link shows nothing of the search, which may name a person, and opens
 * nothing for another. Foreign, old and broken links get one and the same answer.
 */
final class PageLinks {
    static final Duration LIFE = Duration.ofHours(1);
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    /** No honest link is longer; a small text must not unfold to a large one. */
    private static final int LONGEST = 1 << 16;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();
    private final ObjectMapper json = JsonMapper.builder().build();

    /** @param key 32 bytes */
    PageLinks(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("the key of page links must be 32 bytes");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    String seal(PageLink link, Viewer viewer) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, pack(link), viewer);
        byte[] whole = ByteBuffer.allocate(NONCE + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    PageLink open(String token, Viewer viewer) {
        PageLink link;
        try {
            byte[] whole = Base64.getUrlDecoder().decode(token);
            if (whole.length <= NONCE) {
                throw unknown();
            }
            byte[] nonce = Arrays.copyOf(whole, NONCE);
            link = unpack(run(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(whole, NONCE, whole.length), viewer));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw unknown();
        }
        if (viewer.now().getEpochSecond() >= link.expires()) {
            throw unknown();
        }
        return link;
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, Viewer viewer) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(("page-link\n" + viewer.party()).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            if (mode == Cipher.DECRYPT_MODE) {
                throw unknown();
            }
            throw new IllegalStateException("AES-GCM is part of every Java platform", e);
        }
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
