import Diagnostics

extension Diagnostic {
  /// Under which condition and on which targets it holds, for formats that have one text for all.
  var circumstances: [String] {
    (condition.map { ["holds when \($0)"] } ?? []) + (targets.isEmpty ? [] : ["on \(targets.joined(separator: ", "))"])
  }

  /// Its notes without the reasons why rewrites are not offered.
  var shownNotes: [Note] { notes.filter { !$0.isOnTrial } }
}
