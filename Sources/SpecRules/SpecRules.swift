// SpecRules
