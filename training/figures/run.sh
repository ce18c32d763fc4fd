#!/usr/bin/env bash
# Trains the judge of figures on top of the attribution model that ships, and writes models/attribution-en-VERSION.bin.
#
#   training/figures/run.sh SILVER.jsonl VERSION [WORK]
#
# SILVER.jsonl  texts with fields id and text whose figures our rules label (the MUC dispatches of the victims bench)
# Needs what training/attribution/run.sh needs. About three minutes on one idle core. figures-6 to -8 are left out of training and scored.
set -euo pipefail
silver=$(realpath "$1") version=$2 work=${3:-$(mktemp -d)}
cd "$(dirname "$0")/../.."
here=training/figures
model=$(ls models/attribution-en-*.bin)
node $here/dump.ts "$work" "$silver"
OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 python3 $here/train.py "$work" --without figures-6,figures-7,figures-8 --silver 4 --epochs 36 \
  --hidden 80 --batch 48 --drop .4 --drop-in .35 --rate 3.5e-3
python3 $here/pack.py "$model" "$work/figures.npz" "$work/attribution.bin" "$version"
rm "$model"
mv "$work/attribution.bin" "models/attribution-en-$version.bin"
