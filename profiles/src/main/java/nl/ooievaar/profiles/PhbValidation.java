package nl.ooievaar.profiles;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.i18n.HapiLocalizer;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import ca.uhn.fhir.validation.ValidationResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.ooievaar.profiles.sure.SurelyValid;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges resources by the package in one language, with no look-up outside the package and the R4 base. Thread safe. */
public final class PhbValidation {
    private static final Logger LOG = LoggerFactory.getLogger(PhbValidation.class);
    private static final Map<Locale, PhbValidation> SHARED = new ConcurrentHashMap<>();

    private final FhirContext context;
    private final IValidationSupport support;
    private final FhirInstanceValidator judge;
    private final FhirValidator validator;
    private final Verdicts verdicts;
    private final SurelyValid sure;
    private final Finder finder;
    private final ReferenceTypes references;
    private final IdentifierSystems identifiers;
    private final AtomicBoolean warm = new AtomicBoolean();

    /**
     * The one of this process by the package on its class path: it reads hundreds of definitions, and whoever judges beside
     * another need not read them again.
     *
     * @param locale Dutch, or any other for English
     */
    public static PhbValidation shared(Locale locale) {
        Locale spoken = locale.getLanguage().equals("nl") ? Locale.forLanguageTag("nl") : Locale.ENGLISH;
        return SHARED.computeIfAbsent(spoken, one -> new PhbValidation(PhbPackage.load(), one));
    }

    /** Prepares validation by the package, with messages in the language of the locale (English or Dutch). */
    public PhbValidation(PhbPackage phb, Locale locale) {
        this(phb, locale, BaseDefinitions.r4());
    }

    PhbValidation(PhbPackage phb, Locale locale, IValidationSupport base) {
        // The language of messages is a property of the context; the shared one speaks English, whatever the machine
        // does.
        context = locale.equals(Locale.ENGLISH) ? FhirContext.forR4Cached() : FhirContext.forR4();
        context.setLocalizer(new HapiLocalizer() {
            @Override
            public Locale getLocale() {
                return locale;
            }
        });
        var terminology = new InMemoryTerminologyServerValidationSupport(context);
        // A Dutch display beside an English code is right, and no reason to speak of it.
        terminology.setIssueSeverityForCodeDisplayMismatch(IValidationSupport.IssueSeverity.INFORMATION);
        verdicts = new Verdicts(phb, locale);
        finder = new Finder(phb, locale);
        references = new ReferenceTypes(context, phb);
        identifiers = new IdentifierSystems(phb);
        var chain = new ValidationSupportChain(
                new PackageSupport(context, phb), base, new CommonCodes(context), terminology);
        // One code of the list is enough: what stands beside it says the same in a list that is not here (FHIR R4,
        // 4.1.5).
        chain.setCodeableConceptValidationSuccessfulIfNotAllCodingsAreValid(true);
        support = chain;
        judge = new FhirInstanceValidator(support);
        judge.setErrorForUnknownProfiles(true);
        judge.setAnyExtensionsAllowed(true);
        judge.setNoBindingMsgSuppressed(true);
        judge.setNoExtensibleWarnings(true);
        judge.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        sure = new SurelyValid(context, support, PhbPackage.BASE, phb.version());
        validator = context.newValidator().registerValidatorModule(judge);
    }

    /** Judges a resource as it was sent, in JSON or XML. One that can't be judged has an error that says so. */
    public ValidationResult validate(String resource) {
        return validate(resource, Optional.empty());
    }

    /** The same, also by a profile that the resource need not claim. */
    public ValidationResult validate(String resource, Optional<String> profile) {
        ValidationOptions options = new ValidationOptions();
        profile.ifPresent(options::addProfile);
        try {
            List<SingleValidationMessage> found = new ArrayList<>(
                    validator.validateWithResult(resource, options).getMessages());
            Sent sent = Sent.of(context, resource);
            found.addAll(references.wrong(sent));
            found.addAll(identifiers.doubtful(sent));
            return new ValidationResult(context, List.copyOf(verdicts.weigh(found)));
        } catch (VirtualMachineError | LinkageError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            // The library breaks on some shapes that are no FHIR, even with a bare Error. What can't be judged is not
            // accepted. Its message may quote the resource, so the log names only the place.
            StackTraceElement[] places = e.getStackTrace();
            LOG.warn("The validator broke: {} at {}", e.getClass().getName(), places.length == 0 ? "?" : places[0]);
            return new ValidationResult(context, List.of(verdicts.unreadable()));
        }
    }

    /**
     * True when the resource, JSON in UTF-8, is surely {@link #accepted}; many times quicker than judging it. False says
     * nothing: judge it then.
     */
    public boolean surelyAccepted(byte[] json) {
        return sure.of(json);
    }

    /** What was found, each with its rule, a plain FHIRPath and the paragraph that tells of it. */
    public List<Finding> findings(String resource, Optional<String> profile) {
        List<SingleValidationMessage> messages = validate(resource, profile).getMessages();
        if (messages.isEmpty()) {
            return List.of();
        }
        Sent sent = Sent.of(context, resource);
        return messages.stream().map(message -> finder.of(message, sent)).toList();
    }

    /** What is claimed in what was sent; nothing, where it can't be read. */
    public List<Claim> claims(String sent) {
        return Sent.of(context, sent).claims();
    }

    /** True when nothing in the result keeps the resource from being accepted. */
    public static boolean accepted(ValidationResult result) {
        return result.getMessages().stream()
                .noneMatch(message -> message.getSeverity() == ResultSeverityEnum.ERROR
                        || message.getSeverity() == ResultSeverityEnum.FATAL);
    }

    /** Loads the definitions that the examples need, so that most resources can be judged at once. */
    public void prepare(PhbPackage phb) {
        var parser = context.newJsonParser();
        for (String example : phb.examples().values()) {
            if (parser.parseResource(example) instanceof Bundle bundle) {
                bundle.getEntry().forEach(entry -> surelyAccepted(bytes(parser, entry.getResource())));
            } else {
                surelyAccepted(example.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static byte[] bytes(IParser parser, Resource resource) {
        return parser.encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
    }

    /** Converts the definitions for the validator now, once, so that the first real resource does not wait for them. */
    public void warmUp(PhbPackage phb) {
        if (!warm.getAndSet(true)) {
            phb.examples().values().forEach(this::validate);
        }
    }

    /** The chain of definitions and terminology, for other validators and for FHIRPath. */
    public IValidationSupport support() {
        return support;
    }

    /** The validator module, for callers that run a validator of their own. */
    public FhirInstanceValidator judge() {
        return judge;
    }
}
