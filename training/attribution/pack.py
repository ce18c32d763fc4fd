"""Third step of training: packs the trained network for the reader (src/text/models/attribution/weights.ts reads it).

usage: pack.py OUT ASSET --net NAME --version N [--settings JSON]

Layout: 8 bytes "ORATTR01", little-endian uint32 length of a JSON header, the header, then blocks at multiples of 4. Word vectors
are 8-bit, everything else 16-bit, each row with a 32-bit float scale before it. Whatever is linear is multiplied out, so that the
reader only adds rows.
"""
import argparse, json, os, struct, sys
import numpy as np
import torch
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import train as T

def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('out'); a.add_argument('asset'); a.add_argument('--net', default='net'); a.add_argument('--version', type=int, default=1); a.add_argument('--settings', default='{}')
    o = a.parse_args()
    saved = torch.load(os.path.join(o.out, o.net + '.pt')); opt = argparse.Namespace(**saved['options'])
    s = {k: v.numpy().astype(np.float64) for k, v in saved['state'].items()}
    H, H2 = opt.hidden, opt.hidden2; D = s['word.weight'].shape[1]
    w_in = s['gru.w_in']; t = {}
    t['words'] = s['word.weight']; t['wordIn'] = w_in[:, :D]; t['gateBias'] = s['gru.b_in'][None]
    at = D
    for k, (name, _, dim) in enumerate(T.TOKEN):
        t['token.' + name] = s[f'emb.{k}.weight'] @ w_in[:, at:at + dim].T; at += dim
    def recurrent(prefix, name, width):
        for d, side in enumerate(('forward', 'backward')):
            t[f'{name}.{side}'] = s[prefix + '.w'][d].T
            t[f'{name}.{side}Bias'] = np.concatenate([np.zeros(2 * width), s[prefix + '.bias'][d]])[None]
    recurrent('gru', 'lower', H)
    if opt.layers > 1:
        t['upperIn'] = s['upper.w_in']; t['upperGateBias'] = s['upper.b_in'][None]; recurrent('upper', 'upper', H)
    def padded(m, rows): return np.concatenate([m, np.zeros((rows - len(m), m.shape[1]))])
    t['cue'] = padded(s['cue.weight'], 4); t['cueBias'] = np.concatenate([s['cue.bias'], [0]])[None]
    w2 = s['gru2.w_in']
    t['joinToken'] = w2 @ s['token_in.weight']; t['joinBias'] = (s['gru2.b_in'] + w2 @ s['token_in.bias'])[None]
    t['joinCue'] = w2 @ s['cue_in.weight']
    for k, (name, _) in enumerate(T.CUE): t['cue.' + name] = s[f'cue_emb.{k}.weight'] @ w2.T
    recurrent('gru2', 'relation', H2)
    t['label'] = padded(s['label.weight'], 8); t['labelBias'] = np.concatenate([s['label.bias'], np.zeros(3)])[None]
    t['transitions'] = s['trans']; t['start'] = s['start'][None]
    words = open(os.path.join(o.out, 'vocabulary.txt'), encoding='utf-8').read().rstrip('\n')
    blocks, tensors, size = [], [], 0
    def put(data):
        nonlocal size
        blocks.append(data); at = size; pad = -len(data) % 4; blocks.append(b'\0' * pad); size += len(data) + pad; return at
    for name, m in t.items():
        bits = 8 if name == 'words' else 16; top = 127 if bits == 8 else 32767
        scale = np.maximum(np.abs(m).max(1), 1e-12) / top
        q = np.rint(m / scale[:, None]).astype(np.int8 if bits == 8 else '<i2')
        tensors.append({'name': name, 'rows': m.shape[0], 'columns': m.shape[1], 'bits': bits, 'scales': put(scale.astype('<f4').tobytes()), 'at': put(q.tobytes())})
    text = words.encode('utf-8')
    header = {'kind': 'attribution', 'language': 'en', 'version': o.version, 'features': 1, 'hidden': H, 'relationHidden': H2, 'layers': opt.layers,
              'settings': {**{k: getattr(opt, k) for k in ('begin', 'go_on', 'fallback', 'content_fallback')}, **json.loads(o.settings)},
              'vocabulary': {'at': put(text), 'bytes': len(text)}, 'tensors': tensors}
    head = json.dumps(header, separators=(',', ':'), sort_keys=True).encode(); head += b' ' * (-(len(head) + 12) % 4)
    open(o.asset, 'wb').write(b'ORATTR01' + struct.pack('<I', len(head)) + head + b''.join(blocks))
    print(o.asset, os.path.getsize(o.asset), 'bytes')

if __name__ == '__main__': main()
