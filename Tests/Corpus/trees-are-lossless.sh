#!/usr/bin/env bash
# The tree of every spec of the corpus, and of 100,000 random texts, gives every byte back.
set -euo pipefail
cd "$(dirname "$0")/../.."
SPEC_TREE_ROUNDS=25000 SPEC_TREE_FOLDER=../shared/corpus swift test --disable-xctest --filter RoundTripTests
