import ArgumentParser
import SpecLint

/// What a shell offers for a rule's name; asked for when a key is pressed, so that no run pays for it.
enum RuleCompletion {
  static let kind = CompletionKind.custom { _, _, prefix in DescribedRule.all.map(\.id).filter { $0.hasPrefix(prefix) } }
}

/// For the names of targets.
enum TargetCompletion {
  static let kind = CompletionKind.custom { _, _, prefix in (["all"] + Target.all.map(\.name)).filter { $0.hasPrefix(prefix) } }
}

/// For files of one kind.
enum FileCompletion {
  static let specs = CompletionKind.file(extensions: ["spec", "rpm", "in"])
  static let any = CompletionKind.file()
  static let sections = CompletionKind.list(["preamble", "prep", "build", "install", "check", "files", "description", "changelog"])
}
