package nl.ooievaar.subject.consent;

import java.util.Optional;

/**
 * The answer to a question, with what the access log must tell: the rule, and the consent version behind it.
 *
 * @param permit whether the data may leave
 * @param rule what decided
 * @param consent the consent version that decided, when one did
 */
public record Decision(boolean permit, Rule rule, Optional<ConsentVersion> consent) {

    static Decision without(Rule rule) {
        return new Decision(rule.permits(), rule, Optional.empty());
    }

    static Decision by(ConsentStatement statement) {
        Rule rule = Rule.of(statement);
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

    /** One version of one Consent. */
    public record ConsentVersion(String id, int version) {}
}
