package nl.ooievaar.server.tls;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.OtherName;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/**
 * What a certificate of the Dutch UZI register tells in its subjectAltName: an otherName of type 2.5.5.5 that holds an IA5String
 * {@code <OID CA>-<version>-<UZI nr>-<card type>-<subscriber>-<role>-<AGB>} (UZI register, Certification Practice Statement,
 * certificate profiles).
 *
 * @param authority OID of the certificate authority
 * @param version of the form
 * @param number of the holder, 9 digits: the UZI number of a person, or that of a system
 * @param cardType S for a system, Z for a care professional, N and M for staff by name and not
 * @param ura number of the subscriber, 8 digits: the care organisation
 * @param role code of the profession, 00.000 for a system
 * @param agb code of the subscriber, 8 digits
 */
public record UziNumber(
        String authority, String version, String number, char cardType, String ura, String role, String agb) {
    /** The type of the otherName. */
    public static final ASN1ObjectIdentifier TYPE = new ASN1ObjectIdentifier("2.5.5.5");

    private static final Pattern FORM = Pattern.compile(
            "([0-9]+(?:\\.[0-9]+)+)-([0-9]+)-([0-9]{9})-([SZNM])-([0-9]{8})-([0-9]{2}\\.[0-9]{3})-([0-9]{8})");

    /** @return empty when the text has another form */
    public static Optional<UziNumber> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new UziNumber(
                        parts.group(1),
                        parts.group(2),
                        parts.group(3),
                        parts.group(4).charAt(0),
                        parts.group(5),
                        parts.group(6),
                        parts.group(7)))
                : Optional.empty();
    }

    /** @return empty when the certificate has none, one of another form, or more than one: then it names nobody */
    public static Optional<UziNumber> of(X509Certificate certificate) {
        try {
            Extension names = new JcaX509CertificateHolder(certificate).getExtension(Extension.subjectAlternativeName);
            if (names == null) {
                return Optional.empty();
            }
            List<OtherName> found = Stream.of(
                            GeneralNames.getInstance(names.getParsedValue()).getNames())
                    .filter(name -> name.getTagNo() == GeneralName.otherName)
                    .map(name -> OtherName.getInstance(name.getName()))
                    .filter(name -> name.getTypeID().equals(TYPE))
                    .toList();
            return found.size() == 1 && found.get(0).getValue() instanceof ASN1IA5String text
                    ? parse(text.getString())
                    : Optional.empty();
        } catch (CertificateEncodingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return String.join("-", authority, version, number, String.valueOf(cardType), ura, role, agb);
    }
}
