// RPMMacros
