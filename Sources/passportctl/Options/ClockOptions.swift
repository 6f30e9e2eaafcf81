import ArgumentParser

/// Whether the clock is believed; the same for every command that signs.
struct ClockOptions: ParsableArguments {
    @Flag(help: "Sign although the register knows a later time than the clock.")
    var trustClock = false
}
