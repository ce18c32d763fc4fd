"""Fourth step of training: how often a relation with this cue probability is one that people marked.

usage: calibrate.py DATA GOLD.jsonl FOUND.jsonl [--bins N]

FOUND: predictions of a model packed without calibration (bench/language/polnear-predictions.ts), field p. Prints points
[said, seen] of a rising line (pool-adjacent-violators over equal bins) for pack.py --settings, and the expected calibration error
before and after on the same texts: two numbers a bin are chosen, so the second is flattered.
"""
import argparse, importlib.util, json, os, sys

def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('data'); a.add_argument('gold'); a.add_argument('found'); a.add_argument('--bins', type=int, default=12)
    o = a.parse_args()
    spec = importlib.util.spec_from_file_location('score', os.path.join(o.data, 'score.py')); s = importlib.util.module_from_spec(spec); spec.loader.exec_module(s)
    gold, found = s.load(o.gold), s.load(o.found); pairs = []
    for i, g in gold.items():
        doc = s.Doc(g['text']); p = found[i]['attributions']
        P, G = s.rels({'attributions': p}, doc, False), s.rels(g, doc, False)
        if len(P) != len(p): sys.exit('a prediction without words')
        right = {}
        place = {id(q): k for k, q in enumerate(P)}
        for q, r in s.align(P, G):
            right[place[id(q)]] = (bool(q['source'] & r['source']) or not (q['source'] or r['source'])) and bool(q['content'] & r['content'])
        pairs += [(one['p'], 1.0 if right.get(k) else 0.0) for k, one in enumerate(p)]
    pairs.sort(); n = len(pairs); blocks = []
    for b in range(o.bins):
        part = pairs[b * n // o.bins:(b + 1) * n // o.bins]
        blocks.append([sum(p for p, _ in part) / len(part), sum(y for _, y in part) / len(part), len(part)])
        while len(blocks) > 1 and blocks[-2][1] > blocks[-1][1]:
            c = blocks.pop(); d = blocks.pop(); w = c[2] + d[2]
            blocks.append([(c[0] * c[2] + d[0] * d[2]) / w, (c[1] * c[2] + d[1] * d[2]) / w, w])
    points = [[0, 0]] + [[round(x, 4), round(y, 4)] for x, y, _ in blocks] + [[1, round(blocks[-1][1], 4)]]
    def line(p):
        for (x, y), (u, v) in zip(points, points[1:]):
            if p <= u: return v if u == x else y + (v - y) * (p - x) / (u - x)
        return points[-1][1]
    def error(f):
        total = 0
        for b in range(10):
            part = [(f(p), y) for p, y in pairs if b / 10 <= f(p) < (b + 1) / 10 or (b == 9 and f(p) == 1)]
            if part: total += abs(sum(p for p, _ in part) - sum(y for _, y in part))
        return total / n
    print(json.dumps({'calibration': points})); print(f'{n} relations; expected calibration error {error(lambda p: p):.3f} before, {error(line):.3f} after', file=sys.stderr)

if __name__ == '__main__': main()
