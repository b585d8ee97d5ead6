// SpecEvaluation
