package nl.ooievaar.server.submission;

import java.util.UUID;

/**
 * One answer of the findings that was picked with her to go along.
 *
 * @param at where it stands in what was asked (FHIRPath)
 * @param source id of the findings
 * @param version of the findings, as it was shown to her
 * @param linkId of the question, in phb-findings
 */
public record FeedbackPick(String at, UUID source, int version, String linkId) {}
