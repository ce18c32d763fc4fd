"""Last step of training the judge of figures: puts its weights beside those of the attribution network, whose states it reads.

usage: pack.py MODEL.bin WORK OUT.bin VERSION FIGURES.npz [FIGURES.npz ...]

MODEL.bin is read as training/attribution/pack.py writes it; tensors of earlier judges in it are replaced. Several FIGURES.npz are
judges whose probabilities the reader averages. The senses of WORK (senses.py) are kept as far as the judges look at them: reduced
to SHARED directions, which all of them have in common, in whole numbers of 8 bits.
"""
import json, struct, sys
import numpy as np
from senses import read as read_senses

SHARED = 64

def shared_senses(judges, table):
    """The table in the directions that matter most to the judges, and what each judge makes of them."""
    spread = np.linalg.cholesky(np.cov(table.T) + 1e-6 * np.eye(table.shape[1]))
    _, strength, ways = np.linalg.svd(np.concatenate([one['figure.senses'] for one in judges]) @ spread, full_matrices=False)
    ways = ways[:SHARED].T
    print('the senses keep', round(float((strength[:SHARED] ** 2).sum() / (strength ** 2).sum()), 4), 'of what the judges see')
    return np.clip(table @ np.linalg.inv(spread).T @ ways / 2, -2, 2), [one['figure.senses'] @ spread @ ways * 2 for one in judges]

def main():
    model, work, out, version = sys.argv[1:5]
    judges = [dict(np.load(path)) for path in sys.argv[5:]]
    data = open(model, 'rb').read(); length = struct.unpack('<I', data[8:12])[0]
    header = json.loads(data[12:12 + length]); base = 12 + length
    header['tensors'] = [t for t in header['tensors'] if not t['name'].startswith('figure') and t['name'] != 'senses']; header.pop('senses', None)
    blocks, size = [], 0
    def put(b):
        nonlocal size
        pad = -size % 4; blocks.append(b'\0' * pad); size += pad; at = size; blocks.append(b); size += len(b); return at
    def moved(at, count): return put(data[base + at:base + at + count])
    header['vocabulary']['at'] = moved(header['vocabulary']['at'], header['vocabulary']['bytes'])
    for t in header['tensors']:
        t['scales'] = moved(t['scales'], 4 * t['rows']); t['at'] = moved(t['at'], t['rows'] * t['columns'] * t['bits'] // 8)
    def tensor(name, m, bits):
        most = 2 ** (bits - 1) - 1; scale = np.maximum(np.abs(m).max(1), 1e-12) / most; q = np.rint(m / scale[:, None]).astype('<i%d' % (bits // 8))
        header['tensors'].append({'name': name, 'rows': m.shape[0], 'columns': m.shape[1], 'bits': bits, 'scales': put(scale.astype('<f4').tobytes()), 'at': put(q.tobytes())})
    words, table = read_senses(work); table, seen = shared_senses(judges, table)
    text = '\n'.join(words).encode(); header['senses'] = {'at': put(text), 'bytes': len(text)}; tensor('senses', table, 8)
    header['version'] = int(version); header['figureHidden'] = int(judges[0]['hidden']); header['figureJudges'] = len(judges)
    for k, judge in enumerate(judges):
        judge['figure.in'] = np.concatenate([judge['figure.in'], seen[k]], 1)
        for name in sorted(judge):
            if name not in ('hidden', 'figure.senses'): tensor(name if k == 0 else name.replace('figure', 'figure-%d' % (k + 1), 1), judge[name], 16)
    head = json.dumps(header, separators=(',', ':'), sort_keys=True).encode(); head += b' ' * (-(len(head) + 12) % 4)
    open(out, 'wb').write(b'ORATTR01' + struct.pack('<I', len(head)) + head + b''.join(blocks))
    print(out, 12 + len(head) + size, 'bytes')

if __name__ == '__main__': main()
