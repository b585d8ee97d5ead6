public import ArgumentParser
public import SpecLint

extension Confidence: ExpressibleByArgument {}
extension FailureThreshold: ExpressibleByArgument {}
extension LintOptions.Branches: ExpressibleByArgument {}
extension LintOptions.Builder: ExpressibleByArgument {}
extension LintOptions.Persona: ExpressibleByArgument {}
extension LintOptions.Profile: ExpressibleByArgument {}
