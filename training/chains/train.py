"""Second step of training the reader of chains. PyTorch on one processor core.

usage: train.py WORK MODEL [--without SETS] [--name NAME] [--fold K] [--keep] [--predict FILE]

Reads what dump.ts wrote into WORK and the attribution model that ships. The network, on the attribution network's states, which are
not trained here: a bidirectional GRU over the paragraph, which also sees the words' vectors and what the rules heard, says where
any telling's cue stands, at whatever depth; for each cue a second one, warm-started from the attribution network's, labels who
speaks (S), the words (C), and who hands them on, from the inside outwards (K1, K2); a linear chain joins the labels.

Each fifth paragraph of a file paragraphs-N is kept out of every training but with --keep; --fold K leaves out the K-th fifth
(0 to 3) of them and the K-th quarter of the gold's sets too and writes what it reads there to FILE.
"""
import argparse, importlib.util, json, math, os, random, struct, sys, time
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', 'attribution'))
from recurrent import Recur, BiGRU
spec = importlib.util.spec_from_file_location('attribution_train', os.path.join(HERE, '..', 'attribution', 'train.py'))
A = importlib.util.module_from_spec(spec); spec.loader.exec_module(A)

STATES, VECTOR, TOP = 192, 48, 2.0
TOKEN = (('class', 22), ('quote', 6), ('cue', 4), ('mouth', 8), ('depth', 4))
CUE = (('distance', 28), ('sentenceGap', 7), ('quoteToCue', 16), ('commas', 12), ('otherCues', 9), ('heard', 16), ('mouth', 4), ('steps', 8))
QUESTIONS = False  # whom words stand for, asked like a cue: tried, see docs/methods/attribution-model.md
LABELS = 9  # nothing, S begins and goes on, C, K1, K2

def read_model(path):
    b = open(path, 'rb').read(); n = struct.unpack('<I', b[8:12])[0]; h = json.loads(b[12:12 + n]); base = 12 + n; m = {}
    for t in h['tensors']:
        s = np.frombuffer(b, '<f4', t['rows'], base + t['scales']); q = np.frombuffer(b, '<i1' if t['bits'] == 8 else '<i2', t['rows'] * t['columns'], base + t['at'])
        m[t['name']] = q.reshape(t['rows'], t['columns']) * s[:, None]
    return m

class Stretch:
    def __init__(self, r, index):
        self.id, self.set, self.row, self.base = r['id'], r['set'], r['row'], r['from']; n = self.n = len(r['words'])
        self.words = np.array(r['words']); rest = np.array(r['rest']).reshape(n, 8)
        self.marks = np.array(r['marks']); self.quotes = np.array(r['quotes']); self.sentences = np.array(r['sentences'])
        self.new = self.set.startswith('paragraphs'); self.complete = not self.set.startswith('chains-'); self.index = index
        self.heard = r['heard']; self.told = r['told']; self.tokens = r['tokens']
        t = self.table = np.zeros((n, len(TOKEN)), dtype=np.int64); t[:, 0] = rest[:, 3]; t[:, 1] = rest[:, 4]
        for h in self.heard:
            a, b = h['cue']; t[a, 2] = 1; t[a + 1:b, 2] = 2
            for k, m in enumerate(h['mouths']):
                if m is None: continue
                last = k == len(h['mouths']) - 1
                t[m[0]:m[1], 3] |= 1 if last else 2
                t[m[0], 3] |= 4
            for a, b in h['content']: t[a:b, 4] = np.maximum(t[a:b, 4], min(3, len(h['mouths'])))
        self.cue_at = np.zeros(n, dtype=np.int64)
        for h in self.heard: self.cue_at[h['cue'][0]] = 1
        self.y = np.zeros(n, dtype=np.int64); self.use = np.ones(n, dtype=np.float32)
        cues = {}
        for w in self.told:
            if w['cue'] is None: continue
            a, b = w['cue']; self.y[a] = 1; self.y[a + 1:b] = 2
            key = (a, b); cues.setdefault(key, []).append(w)
        if not self.complete:
            for h in self.heard:
                a, b = h['cue']
                if not self.y[a:b].any(): self.use[a:b] = 0
        self.cues, self.labels = [], []
        for (a, b), some in cues.items():
            first = some[0]
            if any(m == 'unknown' for m in first['mouths']): continue
            y = np.zeros(n, dtype=np.int64)
            for w in some:
                if w['mouths'] == first['mouths']:
                    for x, z in w['content']: y[x:z] = 4; y[x] = 3
            mouths = first['mouths'][::-1]
            for k, m in list(enumerate(mouths[:3]))[::-1]:
                if m is None: continue
                base = (1, 5, 7)[k]; y[m[0]:m[1]] = base + 1; y[m[0]] = base
            self.cues.append((a, b)); self.labels.append(y)
        if self.complete:
            for h in self.heard:
                a, b = h['cue']
                if not any(x < b and a < z for x, z in cues) and not any(x < b and a < z for x, z in self.cues):
                    self.cues.append((a, b)); self.labels.append(np.zeros(n, dtype=np.int64))
        self.feats = [self.cue_features(c) for c in self.cues]; self.tellings = len(self.cues)
        for k, q in enumerate(r['asked'] if QUESTIONS else []):
            if q['answer'] is None and q['at'][1] - q['at'][0] > 1 and k % 3: continue
            y = np.zeros(n, dtype=np.int64)
            if q['answer'] is not None: a, b = q['answer']; y[a:b] = 2; y[a] = 1
            self.cues.append(tuple(q['at'])); self.labels.append(y); self.feats.append(self.question_features(q['at']))

    def rule_for(self, cue):
        for h in self.heard:
            if h['cue'][0] < cue[1] and cue[0] < h['cue'][1]: return h
        return None

    def cue_features(self, cue):
        n = self.n; d = Plain(self); out = np.zeros((n, len(CUE)), dtype=np.int64)
        out[:, :5] = A.Document.cue_features(d, (0, n), cue)[:, :5]
        h = self.rule_for(cue)
        if h is not None:
            bits = out[:, 5]; mouths = h['mouths'][::-1]
            if mouths and mouths[0] is not None: bits[mouths[0][0]:mouths[0][1]] |= 1
            for x, y in h['content']: bits[x:y] |= 2; bits[x] |= 4; bits[y - 1] |= 8
            for k, m in enumerate(mouths[1:4]):
                if m is not None: out[m[0]:m[1], 6] = k + 1
            out[:, 7] = 1 + min(4, len(mouths))
        return out

    def question_features(self, at):
        """Whom do these words stand for? Asked like a cue, without what was heard for one."""
        out = np.zeros((self.n, len(CUE)), dtype=np.int64); out[:, :5] = A.Document.cue_features(Plain(self), (0, self.n), at)[:, :5]; out[:, 7] = 6
        return out

class Plain:
    """What Document.cue_features asks for."""
    def __init__(self, s):
        self.sentences, self.quotes, self.marks, self.cue_at = s.sentences, s.quotes, s.marks, s.cue_at
    def rule_for(self, cue): return None

class Net(nn.Module):
    def __init__(self, o, vectors, m):
        super().__init__(); self.o = o; H, H2 = o.hidden, 64
        self.word = nn.Embedding.from_pretrained(vectors, freeze=True)
        self.mix = nn.Linear(STATES, o.mix); self.tables = nn.ModuleList([nn.Embedding(size, o.tag) for _, size in TOKEN])
        self.gru = BiGRU(o.mix + VECTOR + o.tag * len(TOKEN), H)
        self.cue = nn.Linear(2 * H + STATES, 3)
        f = lambda name: torch.tensor(m[name], dtype=torch.float32)
        self.token_in = nn.Linear(STATES + 2 * H, 6 * H2); self.cue_in = nn.Linear(2 * STATES + 4 * H, 6 * H2, bias=False)
        self.cue_tables = nn.ModuleList([nn.Embedding(size, 6 * H2) for _, size in CUE])
        self.w = nn.Parameter(torch.stack([f('relation.forward').t(), f('relation.backward').t()]).contiguous())
        self.bias = nn.Parameter(torch.stack([f('relation.forwardBias')[0, 2 * H2:], f('relation.backwardBias')[0, 2 * H2:]]))
        self.label = nn.Linear(2 * H2, LABELS); self.trans = nn.Parameter(torch.zeros(LABELS, LABELS)); self.start = nn.Parameter(torch.zeros(LABELS))
        with torch.no_grad():
            self.cue.weight.mul_(.5); self.cue.weight[:, 2 * H:] = f('cue')[:3]; self.cue.bias.copy_(f('cueBias')[0, :3])
            self.token_in.weight.mul_(.3); self.token_in.weight[:, :STATES] = f('joinToken'); self.token_in.bias.copy_(f('joinBias')[0])
            self.cue_in.weight.mul_(.3); self.cue_in.weight[:, :2 * STATES] = f('joinCue')
            for k, (name, _) in enumerate(CUE):
                self.cue_tables[k].weight.mul_(.05)
                old = m.get('cue.' + ('ruleForCue' if name == 'heard' else name))
                if old is not None: self.cue_tables[k].weight.copy_(torch.tensor(old))
            L = f('label')[:5]; B = f('labelBias')[0, :5]; T = f('transitions'); S = f('start')[0]
            self.label.weight.mul_(.3); self.label.weight[:5] = L; self.label.bias[:5] = B; self.label.bias[5:] = -2.
            self.label.weight[5:7] = L[1:3] * .5; self.label.weight[7:9] = L[1:3] * .5
            for i in range(LABELS):
                for j in range(LABELS):
                    a = i if i < 5 else (1 if i % 2 else 2); b = j if j < 5 else (1 if j % 2 else 2)
                    self.trans[i, j] = T[a, b] if (i < 5 or j < 5 or i // 2 == j // 2 or j % 2) else -4.
                    if j >= 5 and j % 2 == 0 and i not in (j, j - 1): self.trans[i, j] = -4.
                    if i >= 5 and j in (2,): self.trans[i, j] = -4.
            self.start[:5] = S; self.start[5] = S[1]; self.start[7] = S[1] - 1; self.start[6] = self.start[8] = -4.

    def encode(self, states, words, table, mask):
        o = self.o
        h = F.dropout(states, o.drop_in, self.training); v = F.dropout(self.word(words), o.drop_in, self.training)
        x = torch.cat([self.mix(h), v] + [t(table[..., k]) for k, t in enumerate(self.tables)], -1)
        s = F.dropout(self.gru(x, mask), o.drop, self.training)
        return torch.cat([h, s], -1)

    def cues(self, hs): return self.cue(torch.cat([hs[..., STATES:], hs[..., :STATES]], -1))

    def relate(self, hs, rows, first, last, feats, lengths):
        H2 = 64; D = STATES; a, b = hs[rows, first], hs[rows, last]
        pair = torch.cat([a[:, :D], b[:, :D], a[:, D:], b[:, D:]], -1)
        g = self.token_in(hs)[rows] + self.cue_in(pair)[:, None]
        B, T, _ = g.shape; base = torch.tensor(np.cumsum([0] + [size for _, size in CUE[:-1]])); hot = torch.zeros(B * T, int(base[-1]) + CUE[-1][1])
        hot.scatter_(1, feats.reshape(B * T, -1) + base, 1.)  # one product instead of as many wide sums as there are features
        g = g + (hot @ torch.cat([e.weight for e in self.cue_tables])).view(B, T, -1); g = g.view(B, T, 2, 3 * H2).permute(2, 1, 0, 3)
        m = (torch.arange(T)[None] < lengths[:, None]).t().to(g.dtype)[:, :, None]
        h = Recur.apply(torch.stack([g[0], g[1].flip(0)]), self.w, self.bias, torch.stack([m, m.flip(0)]))
        h = torch.cat([h[0], h[1].flip(0)], -1).transpose(0, 1)
        return self.label(F.dropout(h, self.o.drop2, self.training))

    crf_loss = A.Net.crf_loss

def batch(some, states, o, training):
    T = max(s.n for s in some); B = len(some)
    x = torch.zeros(B, T, STATES); mask = torch.zeros(B, T, dtype=torch.bool)
    words = torch.zeros(B, T, dtype=torch.long); table = torch.zeros(B, T, len(TOKEN), dtype=torch.long); y = torch.zeros(B, T, dtype=torch.long); use = torch.zeros(B, T)
    deaf = [training and random.random() < (o.deaf_new if s.new else o.deaf_gold) for s in some]
    for b, s in enumerate(some):
        n = s.n; x[b, :n] = states[s.row:s.row + n]; mask[b, :n] = True; words[b, :n] = torch.tensor(s.words); t = s.table
        if deaf[b]: t = t.copy(); t[:, 2:] = 0
        table[b, :n] = torch.tensor(t); y[b, :n] = torch.tensor(s.y); use[b, :n] = torch.tensor(s.use)
    return x, words, table, mask, y, use, deaf

def jobs(net, hs, some, cues, feats):
    """cues: (row, first, end)"""
    f = A.pad(feats, (len(CUE),)); T = f.shape[1]; rows = torch.tensor([c[0] for c in cues])
    lengths = torch.tensor([some[c[0]].n for c in cues])
    return net.relate(hs[:, :T], rows, torch.tensor([c[1] for c in cues]), torch.tensor([c[2] - 1 for c in cues]), f, lengths), lengths

def train(net, items, states, o):
    old = [p for n, p in net.named_parameters() if p.requires_grad and n in ('w', 'bias', 'label.weight', 'label.bias', 'trans', 'start', 'token_in.bias')]
    ids = {id(p) for p in old}; fresh = [p for p in net.parameters() if p.requires_grad and id(p) not in ids]
    opt = torch.optim.Adam([{'params': old, 'base': o.rate_old}, {'params': fresh, 'base': o.rate}], weight_decay=o.decay)
    def groups():
        order = sorted(items, key=lambda s: s.n + random.random() * 12); out = []; cur = []; cost = 0
        for s in order:
            c = s.n * (1 + len(s.cues))
            if cur and cost + c > o.batch: out.append(cur); cur = []; cost = 0
            cur.append(s); cost += c
        out.append(cur); random.shuffle(out); return out
    total = o.epochs * len(groups()); done = k = 0; mean = None; t0 = time.time()
    for epoch in range(o.epochs):
        net.train(); lc = lr = 0
        for some in groups():
            x, words, table, mask, y, use, deaf = batch(some, states, o, True)
            hs = net.encode(x, words, table, mask)
            lcue = (F.cross_entropy(net.cues(hs).transpose(1, 2), y, reduction='none') * use * mask).sum()
            cues = [(r, a, b) for r, s in enumerate(some) for a, b in s.cues]; lrel = torch.zeros(())
            if cues:
                feats = []
                for r, s in enumerate(some):
                    for f in s.feats:
                        if deaf[r]: f = f.copy(); q = f[:, 7] == 6; f[:, 5:] = 0; f[q, 7] = 6
                        feats.append(f)
                e, lengths = jobs(net, hs, some, cues, feats)
                yy = A.pad([l for s in some for l in s.labels])
                lrel = net.crf_loss(e, yy, lengths).sum()
            loss = (lcue * o.cue_weight + lrel) / max(1, len(cues)) / 4
            done += 1
            for g in opt.param_groups: g['lr'] = g['base'] * min(1, done / 60) * (0.5 * (1 + math.cos(math.pi * done / total)) * .97 + .03)
            opt.zero_grad(); loss.backward(); nn.utils.clip_grad_norm_(net.parameters(), 2.); opt.step(); lc += float(lcue); lr += float(lrel)
            if epoch >= o.epochs * .6:
                k += 1
                with torch.no_grad():
                    if mean is None: mean = [q.detach().clone() for q in net.parameters()]
                    else:
                        for a, q in zip(mean, net.parameters()): a += (q - a) / k
        if epoch % 6 == 5: print(epoch + 1, 'cues %.0f relations %.0f %ds' % (lc, lr, time.time() - t0), flush=True)
    with torch.no_grad():
        for q, a in zip(net.parameters(), mean): q.copy_(a)
    net.eval(); return net

def read(nets, items, states, o):
    """What the mean of the networks reads: per stretch its tellings with probabilities."""
    out = []
    trans = np.mean([n.trans.detach().numpy() for n in nets], 0); start = np.mean([n.start.detach().numpy() for n in nets], 0)
    with torch.no_grad():
        for i in range(0, len(items), 16):
            some = items[i:i + 16]; x, words, table, mask, _, _, _ = batch(some, states, o, False)
            hss = [n.encode(x, words, table, mask) for n in nets]
            p = np.mean([F.softmax(n.cues(h), -1).numpy() for n, h in zip(nets, hss)], 0)
            cues = [(r, a, b) for r, s in enumerate(some) for a, b, _ in A.cue_spans(p[r, :s.n], o.begin, .5)]
            found = [[] for _ in some]
            if cues:
                feats = [some[r].cue_features((a, b)) for r, a, b in cues]
                es = np.mean([jobs(n, h, some, cues, feats)[0].numpy() for n, h in zip(nets, hss)], 0)
                for k, (r, a, b) in enumerate(cues):
                    s = some[r]; e = es[k, :s.n]; lab = A.viterbi(e, trans, start); m = A.marginals(e, trans, start)
                    q = float(p[r, a, 1]); mouths = []
                    for base in (1, 5, 7):
                        rs = A.runs(lab, base); seen = m[:, base].sum()
                        if rs:
                            best = max(rs, key=lambda z: m[z[0], base]); c = float(m[best[0], base]); mouths.append([best[0], best[1], c])
                        else: mouths.append([-1, -1, float(max(0., 1 - seen))])
                    found[r].append({'cue': [a, b], 'p': q, 'mouths': mouths, 'content': [list(z) for z in A.runs(lab, 3)]})
            answers = [[] for _ in some]
            asked = [(r, *q) for r, s in enumerate(some) for q in s.cues[s.tellings:]]
            if asked:
                feats = [some[r].question_features((a, b)) for r, a, b in asked]
                es = np.mean([jobs(n, h, some, asked, feats)[0].numpy() for n, h in zip(nets, hss)], 0)
                for k, (r, a, b) in enumerate(asked):
                    e = es[k, :some[r].n]; lab = A.viterbi(e, trans, start); m = A.marginals(e, trans, start); rs = A.runs(lab, 1)
                    best = max(rs, key=lambda z: m[z[0], 1]) if rs else None
                    answers[r].append([best[0], best[1], float(m[best[0], 1])] if best else [-1, -1, float(max(0., 1 - m[:, 1].sum()))])
            for s, f, a in zip(some, found, answers): s.answers = a; out.append((s, f))
    return out

def score(told):
    """Chains of mouths as ranges: those of two and more whose every mouth is touched, and those found for none."""
    owed = right = said = cues = hit = 0
    for s, found in told:
        for f in found:
            cues += 1
            if s.y[f['cue'][0]:f['cue'][1]].any(): hit += 1
            if f['mouths'][1][0] >= 0: said += 1
        for c, y in zip(s.cues[:s.tellings], s.labels):
            want = [A.runs(list(y), b) for b in (1, 5, 7)]
            if not want[1]: continue
            owed += 1
            for f in found:
                if f['cue'][0] < c[1] and c[0] < f['cue'][1]:
                    ok = all((w == [] and g[0] < 0) or (w != [] and g[0] >= 0 and g[0] < w[0][1] and w[0][0] < g[1]) for w, g in zip(want, f['mouths']))
                    right += ok; break
    told_cues = sum(int((s.y == 1).sum()) for s, _ in told)
    return 'chains %d of %d (%.3f), said %d; cues %d of %d, %d said' % (right, owed, right / max(1, owed), said, hit, told_cues, cues)

def answered(told):
    """Questions whom words stand for: named ones answered with the name, unnamed ones with nobody."""
    named = right = nobody = silent = 0; sure = []
    for s, _ in told:
        for y, a in zip(s.labels[s.tellings:], s.answers):
            want = A.runs(list(y), 1)
            if want:
                named += 1; ok = a[0] >= 0 and any(' '.join(s.tokens[a[0]:a[1]]) == ' '.join(s.tokens[x:z]) for x, z in want); right += ok
            else: nobody += 1; ok = a[0] < 0; silent += ok
            sure.append((a[2], bool(ok), a[0] >= 0))
    line = ' | '.join('%.1f: %d of %d' % (t, sum(o for p, o, n in sure if p >= t and n), sum(n for p, o, n in sure if p >= t)) for t in (.5, .7, .9))
    return 'whom: named %d of %d, nobody %d of %d; names %s' % (right, named, silent, nobody, line)

def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('work'); a.add_argument('model'); a.add_argument('--name', default='chains'); a.add_argument('--fold', type=int, default=-1); a.add_argument('--predict', default=''); a.add_argument('--keep', action='store_true'); a.add_argument('--only-new', action='store_true')
    for k, v in dict(hidden=48, tag=8, mix=64, epochs=36, batch=16000, seed=1, nets=1).items(): a.add_argument('--' + k, type=int, default=v)
    for k, v in dict(rate=5e-3, rate_old=3e-3, decay=1e-4, drop=.3, drop_in=.3, drop2=.25, deaf_new=.15, deaf_gold=.6, begin=.15, cue_weight=1.).items(): a.add_argument('--' + k.replace('_', '-'), type=float, default=v)
    o = a.parse_args(); torch.set_num_threads(1)
    items = []; index = {}
    for l in open(os.path.join(o.work, 'chains.jsonl')):
        r = json.loads(l); seen = index.setdefault(r['set'], {}); items.append(Stretch(r, seen.setdefault(r['id'], len(seen))))
    states = torch.tensor(np.fromfile(os.path.join(o.work, 'chains.f32'), dtype='<f4').reshape(-1, STATES)).clamp(-TOP, TOP)
    vectors = torch.tensor(np.fromfile(os.path.join(o.work, 'vectors.f32'), dtype='<f4').reshape(-1, VECTOR)).clamp(-TOP, TOP)
    m = read_model(o.model); gold = sorted({s.set for s in items if not s.new})
    def fold(s): return s.index % 5 if s.new else gold.index(s.set) % 4
    kept = lambda s: s.new and s.index % 5 == 4 and not o.keep
    taught = [s for s in items if not kept(s) and fold(s) != o.fold]; rest = [s for s in items if not kept(s) and fold(s) == o.fold]
    nets = []
    for k in range(o.nets):
        random.seed(o.seed + k); np.random.seed(o.seed + k); torch.manual_seed(o.seed + k)
        nets.append(train(Net(o, vectors, m), taught, states, o))
    if o.fold < 0: rest = [s for s in items if kept(s)]
    if rest:
        told = read(nets, rest, states, o)
        print(answered([t for t in told if t[0].new]))
        print('new', score([t for t in told if t[0].new])); print('gold', score([t for t in told if not t[0].new]))
        if o.predict:
            with open(o.predict, 'w') as f:
                for s, found in told: f.write(json.dumps({'id': s.id, 'set': s.set, 'from': s.base, 'found': found}) + '\n')
    for k, net in enumerate(nets): torch.save({'net': net.state_dict(), 'options': vars(o)}, os.path.join(o.work, o.name + ('' if k == 0 else str(k)) + '.pt'))

if __name__ == '__main__': main()
