package nl.ooievaar.subject.consent;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.ooievaar.subject.Messages;
import nl.ooievaar.subject.consent.Matching.Matched;

/**
 * The answer to a question, with what the access log must tell: the rule, and the consent version behind it.
 *
 * @param permit whether the record may leave
 * @param rule what decided
 * @param consent the consent version that decided, when one did; where two must permit together, hers
 */
public record Decision(boolean permit, Rule rule, Optional<ConsentVersion> consent) {

    static Decision without(Rule rule) {
        return new Decision(rule.permits(), rule, Optional.empty());
    }

    static Decision by(Matched matched) {
        Rule rule = Rule.of(matched);
        ConsentStatement statement = matched.statement();
        return new Decision(rule.permits(), rule, Optional.of(new ConsentVersion(statement.id(), statement.version())));
    }

    /** The stable id of the rule that decided. */
    public String ruleId() {
        return rule.id();
    }

    /** The key of the sentence that explains the decision. */
    public String sentenceKey() {
        return rule.sentenceKey();
    }

    /** The sentence that explains the decision, in Dutch when asked for and in English otherwise. */
    public String sentence(Locale locale) {
        return Messages.sentence(sentenceKey(), locale, List.of());
    }

    /** One version of one Consent. */
    public record ConsentVersion(String id, int version) {}
}
