package nl.ooievaar.subject.referral;

/** Who moves a task. */
public enum Mover {
    /** Who sent the referral. */
    REQUESTER,
    /** The desk that received it. */
    FULFILLER,
    /** This server, keeping the referral task in step with the work task or carrying out an agreed cancellation. */
    SERVER
}
