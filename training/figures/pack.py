"""Third step of training the judge of figures: puts its weights beside those of the attribution network, whose states it reads.

usage: pack.py MODEL.bin FIGURES.npz OUT.bin VERSION

MODEL.bin is read as training/attribution/pack.py writes it; tensors of an earlier judge in it are replaced.
"""
import json, struct, sys
import numpy as np

def main():
    model, figures, out, version = sys.argv[1:5]
    data = open(model, 'rb').read(); length = struct.unpack('<I', data[8:12])[0]
    header = json.loads(data[12:12 + length]); base = 12 + length
    header['tensors'] = [t for t in header['tensors'] if not t['name'].startswith('figure.')]
    end = max([header['vocabulary']['at'] + header['vocabulary']['bytes']] + [t['at'] + t['rows'] * t['columns'] * t['bits'] // 8 for t in header['tensors']])
    blocks = [data[base:base + end]]; size = end
    def put(b):
        nonlocal size
        pad = -size % 4; blocks.append(b'\0' * pad); size += pad; at = size; blocks.append(b); size += len(b); return at
    npz = np.load(figures); header['version'] = int(version); header['figureHidden'] = int(npz['hidden'])
    for name in npz.files:
        if name == 'hidden': continue
        m = npz[name]; scale = np.maximum(np.abs(m).max(1), 1e-12) / 32767; q = np.rint(m / scale[:, None]).astype('<i2')
        header['tensors'].append({'name': name, 'rows': m.shape[0], 'columns': m.shape[1], 'bits': 16, 'scales': put(scale.astype('<f4').tobytes()), 'at': put(q.tobytes())})
    head = json.dumps(header, separators=(',', ':'), sort_keys=True).encode(); head += b' ' * (-(len(head) + 12) % 4)
    open(out, 'wb').write(b'ORATTR01' + struct.pack('<I', len(head)) + head + b''.join(blocks))
    print(out, 12 + len(head) + size, 'bytes')

if __name__ == '__main__': main()
