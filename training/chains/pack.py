"""Third step of training the reader of chains: puts its weights beside those of the attribution network, whose states it reads.

usage: pack.py MODEL.bin CHAINS.pt OUT.bin VERSION

MODEL.bin is read as training/attribution/pack.py writes it; tensors of an earlier reader of chains in it are replaced. Whatever is
linear is multiplied out, so that the reader only adds rows.
"""
import argparse, json, struct, sys
import numpy as np, torch
import os; sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import train as T

def tensors(saved):
    s = {k: v.numpy().astype(np.float64) for k, v in saved['net'].items()}; o = argparse.Namespace(**saved['options'])
    H, M, V, S = o.hidden, o.mix, T.VECTOR, T.STATES; w = s['gru.w_in']; t = {}
    t['in'] = np.concatenate([w[:, :M] @ s['mix.weight'], w[:, M:M + V]], 1)
    t['gateBias'] = (s['gru.b_in'] + w[:, :M] @ s['mix.bias'])[None]
    for k, (name, _) in enumerate(T.TOKEN):
        at = M + V + k * o.tag; t[name] = s[f'tables.{k}.weight'] @ w[:, at:at + o.tag].T
    def recurrent(name, w, bias, width):
        for d, side in enumerate(('forward', 'backward')):
            t[f'{name}{side}'] = w[d].T; t[f'{name}{side}Bias'] = np.concatenate([np.zeros(2 * width), bias[d]])[None]
    recurrent('', s['gru.w'], s['gru.bias'], H); recurrent('relation.', s['w'], s['bias'], 64)
    c = s['cue.weight']; t['cueHead'] = np.concatenate([c[:, 2 * H:], c[:, :2 * H]], 1); t['cueBias'] = s['cue.bias'][None]
    t['joinToken'] = s['token_in.weight']; t['joinBias'] = s['token_in.bias'][None]
    p = s['cue_in.weight']; a, b = S, S + S + 2 * H
    t['joinCue'] = np.concatenate([p[:, :a], p[:, 2 * S:b], p[:, a:2 * S], p[:, b:]], 1)
    for k, (name, _) in enumerate(T.CUE): t['beside.' + name] = s[f'cue_tables.{k}.weight']
    t['label'] = s['label.weight']; t['labelBias'] = s['label.bias'][None]; t['transitions'] = s['trans']; t['start'] = s['start'][None]
    return t, H

def main():
    model, chains, out, version = sys.argv[1:5]
    data = open(model, 'rb').read(); length = struct.unpack('<I', data[8:12])[0]
    header = json.loads(data[12:12 + length]); base = 12 + length
    header['tensors'] = [t for t in header['tensors'] if not t['name'].startswith('chain.')]
    end = max([header['vocabulary']['at'] + header['vocabulary']['bytes']] + [t['at'] + t['rows'] * t['columns'] * t['bits'] // 8 for t in header['tensors']])
    blocks = [data[base:base + end]]; size = end
    def put(b):
        nonlocal size
        pad = -size % 4; blocks.append(b'\0' * pad); size += pad; at = size; blocks.append(b); size += len(b); return at
    ts, hidden = tensors(torch.load(chains)); header['version'] = int(version); header['chainHidden'] = hidden
    for name, m in ts.items():
        scale = np.maximum(np.abs(m).max(1), 1e-12) / 32767; q = np.rint(m / scale[:, None]).astype('<i2')
        header['tensors'].append({'name': 'chain.' + name, 'rows': m.shape[0], 'columns': m.shape[1], 'bits': 16, 'scales': put(scale.astype('<f4').tobytes()), 'at': put(q.tobytes())})
    head = json.dumps(header, separators=(',', ':'), sort_keys=True).encode(); head += b' ' * (-(len(head) + 12) % 4)
    open(out, 'wb').write(b'ORATTR01' + struct.pack('<I', len(head)) + head + b''.join(blocks))
    print(out, 12 + len(head) + size, 'bytes')

if __name__ == '__main__': main()
