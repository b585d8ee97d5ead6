import Glibc

/// Puts off the signals that ask a process to end, while a file is between its old and its new state.
enum HeldSignals {
  static func during<Value, Failure: Error>(_ work: () throws(Failure) -> Value) throws(Failure) -> Value {
    var held = sigset_t()
    var before = sigset_t()
    sigemptyset(&held)
    for signal in [SIGHUP, SIGINT, SIGTERM] { sigaddset(&held, signal) }
    pthread_sigmask(SIG_BLOCK, &held, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    return try work()
  }
}
