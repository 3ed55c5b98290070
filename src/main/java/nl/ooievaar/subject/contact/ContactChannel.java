package nl.ooievaar.subject.contact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways of reaching her that she may have called safe (code system phb-contact-channel). */
public enum ContactChannel {
    PHONE(MessageForm.SPOKEN),
    TEXT_MESSAGE(MessageForm.WRITTEN),
    EMAIL(MessageForm.WRITTEN),
    LETTER(MessageForm.WRITTEN),
    /** Where she signs in and finds it; nothing is pushed to her. */
    APP(MessageForm.APP),
    /** Through whoever signalled, who is told that she should get in touch and never what about. */
    SIGNALLER(MessageForm.SPOKEN),
    IN_PERSON(MessageForm.SPOKEN);

    private final MessageForm form;

    ContactChannel(MessageForm form) {
        this.form = form;
    }

    /** In which form a message goes by it. */
    public MessageForm form() {
        return form;
    }

    /** Whether somebody else passes it on, so that it can say no more than that she should get in touch. */
    public boolean throughAnother() {
        return this == SIGNALLER;
    }

    /** The code in phb-contact-channel. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The channel with this code, if there is one. */
    public static Optional<ContactChannel> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
