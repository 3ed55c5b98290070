package nl.ooievaar.server.start;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM; what is sealed starts with its own fresh nonce. Thread safe. */
public final class AesGcm {
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** To look for a cipher costs more than to open a small record with it, and a page opens dozens. */
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(AesGcm::cipher);

    private AesGcm() {}

    /** @param place stays readable; opening with another place fails */
    public static byte[] seal(byte[] key, byte[] place, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = Arrays.copyOf(nonce, NONCE + plain.length + TAG);
        try {
            Cipher cipher = ready(Cipher.ENCRYPT_MODE, key, nonce, place);
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** @throws GeneralSecurityException when it was sealed under another key, for another place, or was changed */
    public static byte[] open(byte[] key, byte[] place, byte[] sealed) throws GeneralSecurityException {
        if (sealed.length < NONCE + TAG) {
            throw new GeneralSecurityException("too short");
        }
        return ready(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE), place)
                .doFinal(sealed, NONCE, sealed.length - NONCE);
    }

    private static Cipher ready(int mode, byte[] key, byte[] nonce, byte[] place) throws GeneralSecurityException {
        Cipher cipher = CIPHER.get();
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(place);
        return cipher;
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("AES-GCM is part of every Java platform", e);
    }
}
