#!/usr/bin/env bash
# Compiles kernel.ts to WebAssembly and writes it as src/text/models/attribution/kernel-code.ts.
# AssemblyScript is fetched for this alone: the product does not need it.
set -euo pipefail
cd "$(dirname "$0")"
out=$(mktemp -d)
npx --yes --package=assemblyscript@0.28.20 asc kernel.ts -O3 --runtime stub --enable simd --noAssert --importMemory -o "$out/kernel.wasm"
node --input-type=module -e '
import { readFileSync, writeFileSync } from "node:fs";
const code = readFileSync(process.argv[1]).toString("base64");
const lines = code.match(/.{1,100}/g).map((line) => `  \x27${line}\x27,`).join("\n");
writeFileSync(process.argv[2], `/** The kernel as WebAssembly, in base64. Made from training/attribution/kernel/kernel.ts by build.sh beside it; not written by hand. */\nexport const KERNEL_CODE = [\n${lines}\n].join(\x27\x27);\n`);
' "$out/kernel.wasm" ../../../src/text/models/attribution/kernel-code.ts
rm -r "$out"
