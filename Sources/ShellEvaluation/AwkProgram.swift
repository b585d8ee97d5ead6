struct AwkProgram: FilterProgram {
  let files: [[UInt8]] = []
  init(_ arguments: [[UInt8]]) throws(Doubt) { throw Doubt("runs 'awk'") }
  func run(on text: [UInt8], _ budget: StepBudget) throws(Doubt) -> ProgramResult { throw Doubt("runs 'awk'") }
}
