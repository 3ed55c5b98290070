package nl.ooievaar.server.protocol;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;

/**
 * The body of one request, cut off while it is read: when it is larger than any referral, or takes longer than any honest line
 * does. What is refused was never held whole.
 */
final class Body extends ServletInputStream {
    private final InputStream in;
    private final long most;
    private final Duration time;
    private final long start = System.nanoTime();
    private long read;
    private boolean finished;

    /** @param most bytes, as they come out of {@code in} */
    Body(InputStream in, long most, Duration time) {
        this.in = in;
        this.most = most;
        this.time = time;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        int count;
        try {
            count = in.read(to, from, length);
        } catch (SocketTimeoutException e) {
            throw tooSlow();
        } catch (IOException e) {
            // Broken off, chunked wrongly or not the encoding it says: nothing of it is worth telling.
            throw Refusal.of(Reason.BODY_UNREADABLE).exception();
        }
        finished = count < 0;
        read += Math.max(0, count);
        if (read > most) {
            throw Refusal.of(Reason.TOO_LARGE, Long.toString(most)).exception();
        }
        if (System.nanoTime() - start > time.toNanos()) {
            throw tooSlow();
        }
        return count;
    }

    private RuntimeException tooSlow() {
        return Refusal.of(Reason.TOO_SLOW, Long.toString(time.toSeconds())).exception();
    }

    @Override
    public boolean isFinished() {
        return finished;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("Nothing here reads in parts");
    }
}
