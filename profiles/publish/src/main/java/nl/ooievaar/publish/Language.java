package nl.ooievaar.publish;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MetadataResource;

/** A language of the site: its fixed words, and how a text of the package reads in it. */
enum Language {
    NL,
    EN;

    private static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";

    private final Properties words = new Properties();

    Language() {
        String name = "words_" + code() + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Language.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tag (BCP 47), which is also the folder of its pages. */
    String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    Language other() {
        return this == NL ? EN : NL;
    }

    /** A fixed word; a key without one is a fault of the build. */
    String word(String key) {
        return Objects.requireNonNull(words.getProperty(key), () -> "no word " + key + " in " + this);
    }

    Set<String> words() {
        return words.stringPropertyNames();
    }

    boolean knows(String key) {
        return words.containsKey(key);
    }

    /** The title of a definition, which Dutch is the first language of. */
    String title(MetadataResource definition) {
        Base title = definition.getNamedProperty("title").getValues().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(definition.getUrl() + " has no title"));
        return of((Element) title);
    }

    /** The text of an element in this language: its translation, or itself where there is none. */
    String of(Element text) {
        if (text == null) {
            return "";
        }
        for (Extension one : text.getExtensionsByUrl(TRANSLATION)) {
            if (code().equals(one.getExtensionString("lang"))) {
                return one.getExtensionString("content");
            }
        }
        return text.primitiveValue() == null ? "" : text.primitiveValue();
    }
}
