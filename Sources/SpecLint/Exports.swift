// The types of a finding, so that whoever imports the library has them.
@_exported public import Diagnostics
