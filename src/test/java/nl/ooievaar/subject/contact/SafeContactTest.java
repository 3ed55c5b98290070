package nl.ooievaar.subject.contact;

import static nl.ooievaar.subject.contact.ContactChannel.APP;
import static nl.ooievaar.subject.contact.ContactChannel.EMAIL;
import static nl.ooievaar.subject.contact.ContactChannel.IN_PERSON;
import static nl.ooievaar.subject.contact.ContactChannel.LETTER;
import static nl.ooievaar.subject.contact.ContactChannel.PHONE;
import static nl.ooievaar.subject.contact.ContactChannel.SIGNALLER;
import static nl.ooievaar.subject.contact.ContactChannel.TEXT_MESSAGE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SafeContactTest {

    /** What she called safe, whether anything may be written, the wished form, and the way that may be used. */
    @ParameterizedTest(name = "{0}, write {1}: {2} by {3}")
    @CsvSource({
        "'',           ,      WRITTEN, ",
        "'',           ,      SPOKEN,  ",
        "'',           ,      APP,     ",
        "'',           true,  WRITTEN, ",
        "'',           true,  APP,     ",
        "PHONE,        ,      SPOKEN,  PHONE",
        "PHONE,        ,      WRITTEN, ",
        "PHONE,        true,  WRITTEN, ",
        "PHONE,        ,      APP,     ",
        "PHONE,        false, SPOKEN,  PHONE",
        "TEXT_MESSAGE, ,      WRITTEN, TEXT_MESSAGE",
        "TEXT_MESSAGE, ,      APP,     ",
        "TEXT_MESSAGE, ,      SPOKEN,  ",
        "TEXT_MESSAGE, false, WRITTEN, ",
        "LETTER EMAIL, true,  WRITTEN, LETTER",
        "EMAIL LETTER, true,  WRITTEN, EMAIL",
        "LETTER,       false, WRITTEN, ",
        "APP,          ,      APP,     APP",
        "APP,          ,      WRITTEN, ",
        "APP,          ,      SPOKEN,  ",
        "APP,          false, APP,     ",
        "SIGNALLER,    ,      SPOKEN,  SIGNALLER",
        "SIGNALLER,    ,      WRITTEN, ",
        "APP IN_PERSON PHONE, false, SPOKEN, IN_PERSON",
    })
    void what_she_did_not_call_safe_is_not(String ways, Boolean write, MessageForm form, ContactChannel by) {
        assertEquals(
                Optional.ofNullable(by), said(write, channels(ways)).way(form).map(SafeWay::channel));
    }

    @ParameterizedTest
    @EnumSource(MessageForm.class)
    void who_was_never_asked_gets_no_message_in_any_form(MessageForm form) {
        assertEquals(Optional.empty(), SafeContact.way(Optional.empty(), form));
        assertFalse(SafeContact.inApp(List.of()));
    }

    @ParameterizedTest(name = "{0}, write {1}: told by {2}")
    @CsvSource({
        "'',                ,      ",
        "APP,               ,      ",
        "APP LETTER PHONE,  ,      LETTER",
        "APP LETTER PHONE,  false, PHONE",
        "PHONE LETTER,      ,      PHONE",
        "EMAIL,             false, ",
    })
    void a_person_tells_her_by_the_way_she_likes_best(String ways, Boolean write, ContactChannel by) {
        assertEquals(
                Optional.ofNullable(by), said(write, channels(ways)).wayToTell().map(SafeWay::channel));
    }

    @Test
    void one_who_heard_that_the_app_is_not_safe_keeps_it_out_for_all() {
        SafeContact safe = said(null, APP);
        assertTrue(SafeContact.inApp(List.of(safe)));
        assertTrue(SafeContact.inApp(List.of(safe, said(true, PHONE, APP))));
        assertFalse(SafeContact.inApp(List.of(safe, said(null, PHONE))));
        assertFalse(SafeContact.inApp(List.of(safe, said(null))));
        assertFalse(SafeContact.inApp(List.of(said(false, APP), safe)));
    }

    @Test
    void only_what_another_passes_on_says_no_more_than_that_she_should_get_in_touch() {
        for (ContactChannel channel : ContactChannel.values()) {
            assertEquals(channel == SIGNALLER, channel.throughAnother());
            assertEquals(Optional.of(channel), ContactChannel.of(channel.code()));
        }
        assertEquals(Optional.empty(), ContactChannel.of("fax"));
        assertEquals(
                List.of("phone", "text-message", "email", "letter", "app", "signaller", "in-person"),
                Arrays.stream(ContactChannel.values()).map(ContactChannel::code).toList());
        assertEquals(
                List.of(TEXT_MESSAGE, EMAIL, LETTER),
                Arrays.stream(ContactChannel.values())
                        .filter(it -> it.form() == MessageForm.WRITTEN)
                        .toList());
        assertEquals(MessageForm.SPOKEN, IN_PERSON.form());
    }

    private static ContactChannel[] channels(String names) {
        return Arrays.stream(names.split(" "))
                .filter(it -> !it.isEmpty())
                .map(ContactChannel::valueOf)
                .toArray(ContactChannel[]::new);
    }

    private static SafeContact said(Boolean write, ContactChannel... channels) {
        List<SafeWay> ways = Arrays.stream(channels)
                .map(it -> new SafeWay(it, Optional.empty(), Optional.empty()))
                .toList();
        return new SafeContact(ways, Optional.ofNullable(write), false, Optional.empty(), Optional.empty());
    }
}
