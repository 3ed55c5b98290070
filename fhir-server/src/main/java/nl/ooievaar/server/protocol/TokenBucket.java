package nl.ooievaar.server.protocol;

/**
 * A bucket that fills at a steady pace and is emptied by requests: so many a second in the long run, and a burst as large as the
 * bucket. Thread safe.
 */
final class TokenBucket {
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double size;
    private double left;
    private long filledAt;

    /**
     * @param perSecond more than 0
     * @param now any steadily running nanoseconds
     */
    TokenBucket(double perSecond, double size, long now) {
        this.perSecond = perSecond;
        this.size = size;
        this.left = size;
        this.filledAt = now;
    }

    /** @return 0 when it was taken; or else the seconds, at least 1, after which there will be enough */
    synchronized int take(double cost, long now) {
        left = Math.min(size, left + Math.max(0, now - filledAt) / NANOS * perSecond);
        filledAt = now;
        if (left >= cost) {
            left -= cost;
            return 0;
        }
        return (int) Math.ceil((Math.min(cost, size) - left) / perSecond);
    }
}
