import Diagnostics

/// What makes two findings of one file the same, whatever else is known of them: conditions, notes, fixes.
struct FindingIdentity: Sendable, Hashable {
  let rule: String
  let message: String
  let place: FileRange

  init(_ diagnostic: Diagnostic) {
    rule = diagnostic.rule
    message = diagnostic.message
    place = diagnostic.place
  }
}
