package nl.ooievaar.server.command;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.server.tls.UziNumber;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.OtherName;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority for trying and testing, that writes certificates as the UZI register does (RFC 5280; otherName as
 * {@link UziNumber} reads it). Nobody else trusts it.
 */
public final class SandboxCa {
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final Duration YEAR = Duration.ofDays(365);
    private static final X500Name NAME = new X500Name("CN=Ooievaar sandbox CA,O=Invented,C=NL");

    /** A certificate with its key. */
    public record Issued(X509Certificate certificate, PrivateKey key) {}

    private final Instant now;
    private final Issued own;

    private SandboxCa(Instant now, Issued own) {
        this.now = now;
        this.own = own;
    }

    /** A new one, which holds for a year. */
    public static SandboxCa make(Instant now) {
        try {
            KeyPair keys = keys("secp256r1");
            JcaX509v3CertificateBuilder builder = builder(NAME, NAME, keys.getPublic(), now, now.plus(YEAR));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
            return new SandboxCa(now, new Issued(signed(builder, keys.getPrivate()), keys.getPrivate()));
        } catch (GeneralSecurityException | CertIOException e) {
            throw new IllegalStateException("certificates are part of every Java platform", e);
        }
    }

    public X509Certificate certificate() {
        return own.certificate();
    }

    /** For a server on this machine. */
    public Issued server() {
        GeneralNames names = new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        });
        return issue("localhost", KeyPurposeId.id_kp_serverAuth, Optional.of(names), now, now.plus(YEAR));
    }

    /** For a client that holds for a year; without an UZI number for who is no care provider. */
    public Issued client(String name, Optional<UziNumber> uzi) {
        return client(name, uzi, now, now.plus(YEAR));
    }

    public Issued client(String name, Optional<UziNumber> uzi, Instant from, Instant until) {
        Optional<GeneralNames> names = uzi.map(one -> new GeneralNames(new GeneralName(
                GeneralName.otherName, new OtherName(UziNumber.TYPE, new DERIA5String(one.toString())))));
        return issue(name, KeyPurposeId.id_kp_clientAuth, names, from, until);
    }

    /** The list of revoked certificates, as of the moment this authority was made. */
    public X509CRL revocations(List<X509Certificate> revoked) {
        try {
            X509v2CRLBuilder list = new JcaX509v2CRLBuilder(own.certificate(), Date.from(now));
            list.setNextUpdate(Date.from(now.plus(YEAR)));
            // A revocation counts from the moment after its date.
            Date date = Date.from(now.minusSeconds(1));
            revoked.forEach(one -> list.addCRLEntry(one.getSerialNumber(), date, CRLReason.keyCompromise));
            return new JcaX509CRLConverter().getCRL(list.build(signer(own.key())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("revocation lists are part of every Java platform", e);
        }
    }

    private Issued issue(String name, KeyPurposeId purpose, Optional<GeneralNames> names, Instant from, Instant until) {
        try {
            KeyPair keys = keys("secp256r1");
            X500Name subject = new X500Name("CN=" + name + ",O=Invented,C=NL");
            JcaX509v3CertificateBuilder builder = builder(NAME, subject, keys.getPublic(), from, until);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(own.certificate()));
            if (names.isPresent()) {
                builder.addExtension(Extension.subjectAlternativeName, false, names.get());
            }
            return new Issued(signed(builder, own.key()), keys.getPrivate());
        } catch (GeneralSecurityException | CertIOException e) {
            throw new IllegalStateException("certificates are part of every Java platform", e);
        }
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, PublicKey key, Instant from, Instant until) {
        BigInteger serial = new BigInteger(120, new SecureRandom()).setBit(120);
        return new JcaX509v3CertificateBuilder(issuer, serial, Date.from(from), Date.from(until), subject, key);
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey by)
            throws GeneralSecurityException {
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer(by)));
    }

    private static ContentSigner signer(PrivateKey key) {
        try {
            return new JcaContentSignerBuilder(SIGNATURE).build(key);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(SIGNATURE + " is part of every Java platform", e);
        }
    }

    private static KeyPair keys(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }
}
