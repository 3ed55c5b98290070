package nl.ooievaar.subject.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TopicTest {
    @ParameterizedTest
    @CsvSource({
        "TASK_CHANGED,task,Task,true",
        "TASK_CHANGED,ended,Task,true",
        "TASK_CHANGED,ended,Consent,false",
        "TASK_CHANGED,due,Task,false",
        "TASK_DUE,due,Task,true",
        "TASK_DUE,overdue,Task,false",
        "TASK_OVERDUE,overdue,Task,true",
        "CONSENT_CHANGED,consent,Consent,true",
        "CONSENT_CHANGED,ended,Consent,true",
        "CONSENT_CHANGED,ended,Task,false",
        "FEEDBACK_ARRIVED,feedback,Communication,true",
        "EMERGENCY_NOTICE,emergency,Task,true",
        "EMERGENCY_NOTICE,task,Task,false",
        "ENTERED_IN_ERROR,entered-in-error,Observation,true",
        "ENTERED_IN_ERROR,task,Task,false"
    })
    void speaks_of_its_own_events(Topic topic, String event, String type, boolean speaks) {
        assertEquals(speaks, topic.speaksOf(event, type));
        assertTrue(!speaks || topic.speaksOf(event));
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void nothing_is_told_of_what_only_an_emergency_opens(Topic topic) {
        assertFalse(topic.tells("work", "emergency:vital-interest emergency-access:1"));
    }

    @ParameterizedTest
    @CsvSource({
        "TASK_CHANGED,safeguarding,custodian,false",
        "TASK_CHANGED,work,custodian,true",
        "TASK_CHANGED,referral,consent:referral,true",
        "TASK_DUE,safeguarding,custodian,false",
        "CONSENT_CHANGED,consent,consent:referral,true",
        "FEEDBACK_ARRIVED,feedback,consent:feedback,true",
        "FEEDBACK_ARRIVED,feedback,delivered,true",
        "FEEDBACK_ARRIVED,feedback,custodian,false",
        "FEEDBACK_ARRIVED,feedback,author,false",
        "EMERGENCY_NOTICE,safeguarding,custodian,true",
        "EMERGENCY_NOTICE,safeguarding,consent:referral,false"
    })
    void safeguarding_is_told_to_nobody_but_the_officer_of_the_notice(
            Topic topic, String dataClass, String basis, boolean tells) {
        assertEquals(tells, topic.tells(dataClass, basis));
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void is_found_by_its_canonical_and_its_code(Topic topic) {
        assertEquals(Optional.of(topic), Topic.of(topic.canonical()));
        assertEquals(Optional.of(topic), Topic.ofCode(topic.code()));
        assertEquals(Optional.empty(), Topic.of(topic.canonical() + "|1"));
        assertTrue(Topic.all().contains(topic.canonical()));
    }
}
