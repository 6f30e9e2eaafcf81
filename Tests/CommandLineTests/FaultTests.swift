import Testing

/// What befalls a program: it is killed, the disk is full or write-protected, somebody else is at work, the clock is
/// wrong. Nothing is lost, doubled or half-written, the message says what to do, and the same command again completes.
@Suite("When things go wrong") struct FaultTests {}
