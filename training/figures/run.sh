#!/usr/bin/env bash
# Trains the judge of figures on top of the attribution model that ships, and writes models/attribution-en-VERSION.bin.
#
#   training/figures/run.sh SILVER.jsonl EMBEDDINGS.json VERSION [WORK]
#
# SILVER.jsonl  texts with fields id and text whose figures our rules label (the MUC dispatches of the victims bench)
# EMBEDDINGS.json  as for training/attribution/run.sh, which says what else is needed
# About four minutes a judge on one idle core. Three judges with beginnings of their own are averaged by the reader. figures-6 to -8 are left out of training and scored.
set -euo pipefail
silver=$(realpath "$1") embeddings=$(realpath "$2") version=$3 work=${4:-$(mktemp -d)}
cd "$(dirname "$0")/../.."
here=training/figures
model=$(ls models/attribution-en-*.bin)
node $here/dump.ts "$work" "$silver"
python3 $here/senses.py "$work" "$embeddings"
for seed in 1 2 3; do
  OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 python3 $here/train.py "$work" --without figures-6,figures-7,figures-8 --silver 4 \
    --epochs 36 --hidden 80 --batch 48 --drop .4 --drop-in .35 --rate 3.5e-3 --seed $seed --name "figures-$seed"
done
python3 $here/pack.py "$model" "$work" "$work/attribution.bin" "$version" "$work"/figures-[123].npz
rm "$model"
mv "$work/attribution.bin" "models/attribution-en-$version.bin"
