// ShellEvaluation
