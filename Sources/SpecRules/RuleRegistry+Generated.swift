// Written by `swift run generate-rules` from Sources/SpecRules/Rules; changes belong there.

extension RuleRegistry {
  /// Every rule, sorted by id.
  package static let all: [RegisteredRule] = [
    RegisteredRule(BackgroundJobUnchecked(), page: RulePages.backgroundJobUnchecked),
    RegisteredRule(BuildCachePerBuild(), page: RulePages.buildCachePerBuild),
    RegisteredRule(CacheInBuildroot(), page: RulePages.cacheInBuildroot),
    RegisteredRule(ChecksumsDisabled(), page: RulePages.checksumsDisabled),
    RegisteredRule(ContradictingModuleMode(), page: RulePages.contradictingModuleMode),
    RegisteredRule(DownloadInBuild(), page: RulePages.downloadInBuild),
    RegisteredRule(EnvironmentLostBetweenSections(), page: RulePages.environmentLostBetweenSections),
    RegisteredRule(ForcedRebuild(), page: RulePages.forcedRebuild),
    RegisteredRule(GoGetInBuild(), page: RulePages.goGetInBuild),
    RegisteredRule(GoflagsSilentlyDropped(), page: RulePages.goflagsSilentlyDropped),
    RegisteredRule(GoflagsSyntax(), page: RulePages.goflagsSyntax),
    RegisteredRule(HardCodedParallelism(), page: RulePages.hardCodedParallelism),
    RegisteredRule(ModTidyInBuild(), page: RulePages.modTidyInBuild),
    RegisteredRule(ModuleCacheDeleted(), page: RulePages.moduleCacheDeleted),
    RegisteredRule(ModuleCachePerBuild(), page: RulePages.moduleCachePerBuild),
    RegisteredRule(ModuleCacheSplit(), page: RulePages.moduleCacheSplit),
    RegisteredRule(NetworkAtParseTime(), page: RulePages.networkAtParseTime),
    RegisteredRule(NetworkInBuild(), page: RulePages.networkInBuild),
    RegisteredRule(PrivateCachePerProcess(), page: RulePages.privateCachePerProcess),
    RegisteredRule(PublicProxy(), page: RulePages.publicProxy),
    RegisteredRule(RejectedFlag(), page: RulePages.rejectedFlag),
    RegisteredRule(RelativeCachePath(), page: RulePages.relativeCachePath),
    RegisteredRule(SideEffectAtParseTime(), page: RulePages.sideEffectAtParseTime),
    RegisteredRule(TestFailuresIgnored(), page: RulePages.testFailuresIgnored),
    RegisteredRule(ToolchainDownload(), page: RulePages.toolchainDownload),
    RegisteredRule(UnknownGoVariable(), page: RulePages.unknownGoVariable),
    RegisteredRule(UnpinnedTool(), page: RulePages.unpinnedTool),
    RegisteredRule(UnreproducibleMacro(), page: RulePages.unreproducibleMacro),
    RegisteredRule(UnsetVariableInPath(), page: RulePages.unsetVariableInPath),
    RegisteredRule(UserEnvironmentWritten(), page: RulePages.userEnvironmentWritten),
    RegisteredRule(VendorDeleted(), page: RulePages.vendorDeleted),
  ]
}
