package nl.ooievaar.subject.support;

/**
 * One entry criterion of an intervention, held against what is known.
 *
 * @param name of the condition in the PlanDefinition, such as {@code firstChild}
 */
public record Criterion(String name, Answer answer) {}
