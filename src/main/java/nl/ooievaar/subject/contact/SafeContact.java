package nl.ooievaar.subject.contact;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What she said when she was asked how she can be reached without risk (profile extension phb-safe-contact), and what follows
 * for a message to her. Unsafe by default: who was never asked gets none, and what she did not call safe is not.
 *
 * @param ways the ways that are safe, the one she likes best first; none when she called none safe
 * @param write whether something may be written to her; only her no says more than the ways
 * @param voicemail whether a message may be left when she does not answer
 * @param nameToUse by which name to ask for her, and who to say one is
 * @param note what else she said of it
 */
public record SafeContact(
        List<SafeWay> ways,
        Optional<Boolean> write,
        boolean voicemail,
        Optional<String> nameToUse,
        Optional<String> note) {

    public SafeContact {
        ways = List.copyOf(ways);
        Objects.requireNonNull(write);
        Objects.requireNonNull(nameToUse);
        Objects.requireNonNull(note);
    }

    /** The way by which a message of this form may go, the one she likes best; empty when it may not go. */
    public Optional<SafeWay> way(MessageForm form) {
        if (form.readable() && !write.orElse(true)) {
            return Optional.empty();
        }
        return ways.stream().filter(it -> it.channel().form() == form).findFirst();
    }

    /** The way by which somebody may tell her, by mouth or in writing, as she likes best; empty when there is none. */
    public Optional<SafeWay> wayToTell() {
        return ways.stream()
                .filter(it -> it.channel() != ContactChannel.APP)
                .filter(it -> !it.channel().form().readable() || write.orElse(true))
                .findFirst();
    }

    /** What she answered to one who asked, and to nobody when that one never did. */
    public static Optional<SafeWay> way(Optional<SafeContact> said, MessageForm form) {
        return said.flatMap(it -> it.way(form));
    }

    /**
     * Whether she may find it where she signs in, which is one place for all who keep records about her: somebody asked her,
     * and whoever asked heard that it is safe.
     *
     * @param said what she said to each who asked her
     */
    public static boolean inApp(Collection<SafeContact> said) {
        return !said.isEmpty()
                && said.stream().allMatch(it -> it.way(MessageForm.APP).isPresent());
    }
}
