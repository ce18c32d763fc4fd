#!/usr/bin/env bash
# Trains the reader of chains on top of the attribution model that ships, and writes models/attribution-en-VERSION.bin.
#
#   training/chains/run.sh VERSION [WORK]
#
# Needs what training/attribution/run.sh needs, but no data besides this repository. About four minutes on one idle core. Each fifth
# paragraph of paragraphs-N.jsonl and all of chains-6 to -8 are left out of training; what is read in the first is scored at the end.
# (The reader that ships was trained with chains-6.)
set -euo pipefail
version=$1 work=${2:-$(mktemp -d)}
cd "$(dirname "$0")/../.."
here=training/chains
model=$(ls models/attribution-en-*.bin)
node $here/dump.ts "$work"
OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 python3 $here/train.py "$work" "$model" --epochs 28
python3 $here/pack.py "$model" "$work/chains.pt" "$work/attribution.bin" "$version"
rm "$model"
mv "$work/attribution.bin" "models/attribution-en-$version.bin"
node $here/score.ts --kept
