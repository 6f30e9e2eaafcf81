public import Encodings

/// The time that it is in tests.
public enum FixedClock {
    /// 2026-11-21T10:00:00Z, a Saturday at noon in Helsinki.
    public static let now = Timestamp(secondsSince1970: 1_795_255_200)
}
