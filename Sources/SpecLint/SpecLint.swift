// SpecLint
