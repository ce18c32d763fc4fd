"""Second step of training: the attribution network. PyTorch on one processor core.

usage: train.py OUT [--name N] [--hidden H] [--hidden2 H2] [--epochs E] [--seed S] [--gold DATA]

Reads OUT/{train,dev}.jsonl (dump.ts) and OUT/vectors.npy (vocabulary.py); writes OUT/NAME.pt with the weights of the last
epoch (averaged), and prints scores on dev after each epoch with the scorer of the data folder.

The network: embeddings of the token features -> bidirectional GRU over the paragraph -> cue labels (O B I); for each cue, a
second, narrow bidirectional GRU over the paragraph, its input a sum of what the first says of the token, what it says of
the cue, and how the token lies to the cue -> labels O, source B/I, content B/I, joined by a CRF. Part-of-speech, head and
relation of an automatic parse are predicted too while training, so that the first layer learns grammar; they are not kept.
"""
import argparse, importlib.util, json, math, os, random, sys, time
import numpy as np
import torch, torch.nn as nn, torch.nn.functional as F
from recurrent import BiGRU

TOKEN = [('suffix', 1024, 16), ('prefix', 512, 8), ('shape', 24, 8), ('class', 22, 12), ('quote', 6, 6), ('sentence', 12, 6), ('rule', 64, 16), ('ruleShape', 12, 8)]
CUE = [('distance', 28), ('sentenceGap', 7), ('quoteToCue', 16), ('commas', 12), ('otherCues', 9), ('ruleForCue', 16)]
LABELS = 5  # O, source begins, source goes on, content begins, content goes on
W = len(TOKEN)

def bucket(d):
    for limit, b in ((4, None), (6, 5), (9, 6), (14, 7), (20, 8), (30, 9), (45, 10), (70, 11)):
        if d <= limit: return d if b is None else b
    return 12
BUCKET = np.array([bucket(d) for d in range(4000)])

class Document:
    def __init__(self, r, pos, rel):
        self.id = r['id']; self.offsets = r['offsets']
        self.words = np.array(r['words'], dtype=np.int64); n = len(self.words)
        self.rest = np.array(r['rest'], dtype=np.int64).reshape(n, W)
        self.marks = np.array(r['marks']); self.quotes = np.array(r['quotes']); self.sentences = np.array(r['sentences'])
        p = r['paragraphs']; self.paragraphs = [(a, b) for a, b in zip(p, p[1:]) if b > a]
        self.cue_at = np.zeros(n, dtype=np.int64)
        self.rules = []
        for rule in r['rules']:
            self.cue_at[rule['cue'][0]] = 1
            self.rules.append((rule['cue'], rule['source'], rule['content']))
        self.gold = r['gold']
        self.y = np.zeros(n, dtype=np.int64)
        for g in self.gold:
            for a, b in g['cue'][:1]:
                self.y[a] = 1; self.y[a + 1:b] = 2
        if r['silver'] is not None:
            self.pos = np.array([pos.setdefault(s[0], len(pos)) for s in r['silver']])
            self.rel = np.array([rel.setdefault(s[1], len(rel)) for s in r['silver']])
            self.head = np.array([(0 if s[2] == 0 else (1 if s[2] < 0 else 10) + min(8, BUCKET[min(3999, abs(s[2]))] - 1)) for s in r['silver']])
        else:
            self.pos = np.zeros(n, dtype=np.int64); self.rel = np.zeros(n, dtype=np.int64); self.head = np.zeros(n, dtype=np.int64)

    def rule_for(self, cue):
        for c, s, k in self.rules:
            if c[0] < cue[1] and cue[0] < c[1]: return (s, k)
        return None

    def cue_features(self, para, cue):
        a, b = para; n = b - a; i = np.arange(a, b)
        side = np.where(i < cue[0], 1, np.where(i >= cue[1], 2, 0))
        dist = np.where(side == 1, cue[0] - 1 - i, np.where(side == 2, i - cue[1], 0))
        out = np.zeros((n, len(CUE)), dtype=np.int64)
        out[:, 0] = np.where(side == 0, 0, np.where(side == 1, 0, 14) + 1 + BUCKET[np.minimum(dist, 3999)])
        out[:, 1] = np.clip(self.sentences[a:b] - self.sentences[cue[0]], -3, 3) + 3
        left = right = -1
        for k in range(cue[0] - 1, max(a, cue[0] - 3) - 1, -1):
            if self.quotes[k] >= 0: left = self.quotes[k]; break
            if not self.marks[k]: break
        for k in range(cue[1], min(b, cue[1] + 3)):
            if self.quotes[k] >= 0: right = self.quotes[k]; break
            if not self.marks[k]: break
        q = self.quotes[a:b]; own = self.quotes[cue[0]]
        quoted = np.where(q < 0, 0, np.where(q == own, 1, np.where(q == left, 2, np.where(q == right, 3, 4))))
        out[:, 2] = quoted * 3 + side
        comma = (self.marks[a:b] == 2).astype(np.int64); other = self.cue_at[a:b]
        for col, what, most in ((3, comma, 3), (4, other, 2)):
            total = np.concatenate([[0], np.cumsum(what)])
            k = np.arange(n)
            before = total[cue[0] - a] - total[np.minimum(k + 1, cue[0] - a)]
            after = total[k] - total[min(n, cue[1] - a)]
            m = np.where(side == 1, before, np.where(side == 2, after, 0))
            out[:, col] = np.minimum(most, m) * 3 + side
        rule = self.rule_for(cue)
        if rule is not None:
            bits = np.zeros(n, dtype=np.int64)
            def mark(x, y, bit): bits[max(0, x - a):max(0, min(n, y - a))] |= bit
            s, content = rule
            if s is not None: mark(s[0], s[1], 1)
            for x, y in content: mark(x, y, 2); mark(x, x + 1, 4); mark(y - 1, y, 8)
            out[:, 5] = bits
        return out

def relation_labels(para, g):
    a, b = para; y = np.zeros(b - a, dtype=np.int64)
    for runs, base in ((g['content'], 3), (g['source'], 1)):
        for x, z in runs:
            x, z = max(x, a), min(z, b)
            if z > x: y[x - a:z - a] = base + 1; y[x - a] = base
    return y

class Item:
    """One paragraph with its candidate cues."""
    def __init__(self, d, para):
        self.d = d; self.para = para; a, b = para; self.n = b - a
        self.cues, self.labels = [], []
        for g in d.gold:
            if g['cue'] and a <= g['cue'][0][0] < b:
                self.cues.append((g['cue'][0][0], min(b, g['cue'][0][1]))); self.labels.append(relation_labels(para, g))
        for c, _, _ in d.rules:
            if a <= c[0] < b and not any(x < c[1] and c[0] < y for x, y in self.cues):
                self.cues.append((c[0], min(b, c[1]))); self.labels.append(np.zeros(self.n, dtype=np.int64))
        self.feats = [d.cue_features(para, c) for c in self.cues]

class Net(nn.Module):
    def __init__(self, vectors, o, n_pos, n_rel):
        super().__init__()
        self.word = nn.Embedding.from_pretrained(torch.tensor(vectors), freeze=False, padding_idx=0)
        self.emb = nn.ModuleList([nn.Embedding(size, dim) for _, size, dim in TOKEN])
        width = vectors.shape[1] + sum(d for _, _, d in TOKEN)
        H, H2, D = o.hidden, o.hidden2, o.join
        self.gru = BiGRU(width, H); self.upper = BiGRU(2 * H, H) if o.layers > 1 else None
        self.cue = nn.Linear(2 * H, 3)
        self.token_in = nn.Linear(2 * H, D); self.cue_in = nn.Linear(4 * H, D, bias=False)
        self.cue_emb = nn.ModuleList([nn.Embedding(size, D) for _, size in CUE])
        self.gru2 = BiGRU(D, H2)
        self.label = nn.Linear(2 * H2, LABELS)
        self.trans = nn.Parameter(torch.zeros(LABELS, LABELS)); self.start = nn.Parameter(torch.zeros(LABELS))
        self.aux_pos = nn.Linear(2 * H, n_pos); self.aux_rel = nn.Linear(2 * H, n_rel); self.aux_head = nn.Linear(2 * H, 20)
        self.o = o
        with torch.no_grad():
            for e in list(self.emb): e.weight.mul_(0.3)
            for e in list(self.cue_emb): e.weight.mul_(0.2)

    def encode(self, words, rest, lengths):
        if self.training and self.o.word_dropout:
            drop = torch.rand(words.shape) < self.o.word_dropout
            words = torch.where(drop & (words > 1), torch.ones_like(words), words)
        x = torch.cat([self.word(words)] + [e(rest[:, :, k]) for k, e in enumerate(self.emb)], -1)
        x = F.dropout(x, self.o.dropout_in, self.training)
        mask = torch.arange(words.shape[1])[None] < lengths[:, None]
        h = F.dropout(self.gru(x, mask), self.o.dropout, self.training)
        return h if self.upper is None else h + F.dropout(self.upper(h, mask), self.o.dropout, self.training)

    def relate(self, h, rows, first, last, feats, lengths):
        """h: encoder output; rows: paragraph of each cue; first, last: its tokens; feats: cues x tokens x CUE."""
        t = self.token_in(h)[rows]
        c = self.cue_in(torch.cat([h[rows, first], h[rows, last]], -1))
        x = t + c[:, None, :]
        for k, e in enumerate(self.cue_emb): x = x + e(feats[:, :, k])
        if self.o.relu: x = F.relu(x)
        x = F.dropout(x, self.o.dropout_join, self.training)
        g = self.gru2(x, torch.arange(x.shape[1])[None] < lengths[:, None])
        return self.label(F.dropout(g, self.o.dropout2, self.training))

    def crf_loss(self, e, y, lengths):
        n, T, L = e.shape
        mask = torch.arange(T)[None] < lengths[:, None]
        gold = self.start[y[:, 0]] + (e.gather(2, y[:, :, None])[:, :, 0] * mask).sum(1)
        gold = gold + (self.trans[y[:, :-1], y[:, 1:]] * mask[:, 1:]).sum(1)
        steps = e.unbind(1); there = mask[:, :, None].unbind(1); a = self.start + steps[0]
        for t in range(1, T):
            b = torch.logsumexp(a[:, :, None] + self.trans[None], 1) + steps[t]
            a = torch.where(there[t], b, a)
        return (torch.logsumexp(a, 1) - gold)

def pad(arrays, shape=()):
    T = max(len(x) for x in arrays)
    out = np.zeros((len(arrays), T) + tuple(shape), dtype=np.int64)
    for i, x in enumerate(arrays): out[i, :len(x)] = x
    return torch.tensor(out)

def batches(items, size, shuffle):
    order = sorted(range(len(items)), key=lambda i: items[i].n + (random.random() * 6 if shuffle else 0))
    out, cur, tokens = [], [], 0
    for i in order:
        cost = items[i].n * (1 + len(items[i].cues))
        if cur and tokens + cost > size: out.append(cur); cur, tokens = [], 0
        cur.append(items[i]); tokens += cost
    if cur: out.append(cur)
    if shuffle: random.shuffle(out)
    return out

def tensors(batch):
    words = pad([i.d.words[i.para[0]:i.para[1]] for i in batch])
    rest = pad([i.d.rest[i.para[0]:i.para[1]] for i in batch], (W,))
    return words, rest, torch.tensor([i.n for i in batch])

def step(net, batch, o):
    words, rest, lengths = tensors(batch)
    mask = torch.arange(words.shape[1])[None] < lengths[:, None]
    h = net.encode(words, rest, lengths)
    def ce(logits, name): return F.cross_entropy(logits[mask], pad([getattr(i.d, name)[i.para[0]:i.para[1]] for i in batch])[mask], reduction='sum')
    loss = ce(net.cue(h), 'y') * o.cue_weight
    if o.aux: loss = loss + o.aux * (ce(net.aux_pos(h), 'pos') + ce(net.aux_rel(h), 'rel') + 0.5 * ce(net.aux_head(h), 'head'))
    rows = [r for r, i in enumerate(batch) for _ in i.cues]
    if rows:
        cues = [(c[0] - i.para[0], c[1] - 1 - i.para[0]) for i in batch for c in i.cues]
        y = pad([l for i in batch for l in i.labels]); feats = pad([f for i in batch for f in i.feats], (len(CUE),))
        T = y.shape[1]; rows = torch.tensor(rows); ln = lengths[rows]
        e = net.relate(h[:, :T], rows, torch.tensor([c[0] for c in cues]), torch.tensor([c[1] for c in cues]), feats, ln)
        loss = loss + net.crf_loss(e, y, ln).sum()
    return loss / mask.sum()

def viterbi(e, trans, start, extra=None):
    T, L = e.shape; a = start + e[0]; back = np.zeros((T, L), dtype=np.int64)
    for t in range(1, T):
        s = a[:, None] + trans; back[t] = s.argmax(0); a = s.max(0) + e[t]
    y = [int(a.argmax())]
    for t in range(T - 1, 0, -1): y.append(int(back[t][y[-1]]))
    return y[::-1]

def marginals(e, trans, start):
    def lse(x, axis):
        m = x.max(axis, keepdims=True); return (m + np.log(np.exp(x - m).sum(axis, keepdims=True))).squeeze(axis)
    T, L = e.shape; f = np.zeros((T, L)); b = np.zeros((T, L)); f[0] = start + e[0]
    for t in range(1, T): f[t] = lse(f[t - 1][:, None] + trans, 0) + e[t]
    for t in range(T - 2, -1, -1): b[t] = lse(trans + (e[t + 1] + b[t + 1])[None], 1)
    m = f + b; return np.exp(m - lse(m, 1)[:, None])

def cue_spans(p, begin, go_on):
    """p: tokens x (O, B, I) probabilities. A cue begins where B is likely enough and goes on while I is."""
    out, i, n = [], 0, len(p)
    while i < n:
        if p[i, 1] >= begin:
            j = i + 1
            while j < n and p[j, 2] >= go_on and p[j, 2] > p[j, 1]: j += 1
            out.append((i, j, float(p[i, 1]))); i = j
        else: i += 1
    return out

def runs(y, base):
    out, i = [], 0
    while i < len(y):
        if y[i] == base:
            j = i + 1
            while j < len(y) and y[j] == base + 1: j += 1
            out.append((i, j)); i = j
        else: i += 1
    return out

def predict(nets, items, o):
    """Mean of several networks' scores; one network is the usual case."""
    found = {}
    trans = np.mean([n.trans.detach().numpy() for n in nets], 0); start = np.mean([n.start.detach().numpy() for n in nets], 0)
    with torch.no_grad():
        for batch in batches(items, 8000, False):
            words, rest, lengths = tensors(batch)
            hs = [n.encode(words, rest, lengths) for n in nets]
            cues = np.mean([F.softmax(n.cue(h), -1).numpy() for n, h in zip(nets, hs)], 0)
            jobs = [(r, x, y, p) for r, i in enumerate(batch) for x, y, p in cue_spans(cues[r, :i.n], o.begin, o.go_on)]
            if not jobs: continue
            feats = pad([batch[r].d.cue_features(batch[r].para, (x + batch[r].para[0], y + batch[r].para[0])) for r, x, y, _ in jobs], (len(CUE),))
            T = feats.shape[1]; rows = torch.tensor([j[0] for j in jobs]); ln = lengths[rows]
            es = np.mean([n.relate(h[:, :T], rows, torch.tensor([j[1] for j in jobs]), torch.tensor([j[2] - 1 for j in jobs]), feats, ln).numpy() for n, h in zip(nets, hs)], 0)
            for k, (r, x, y, p) in enumerate(jobs):
                i = batch[r]; e = es[k, :i.n]; lab = viterbi(e, trans, start)
                if not any(l == 1 for l in lab) and o.fallback:
                    m = marginals(e, trans, start); free = np.array([l == 0 for l in lab]); q = np.where(free, m[:, 1], 0)
                    at = int(q.argmax())
                    if q[at] > o.fallback:
                        lab[at] = 1; t = at + 1
                        while t < i.n and lab[t] == 0 and m[t, 2] > q[at] * 0.5: lab[t] = 2; t += 1
                if not any(l == 3 for l in lab) and o.content_fallback:
                    m = marginals(e, trans, start); free = np.array([l == 0 for l in lab]); q = np.where(free, m[:, 3], 0)
                    at = int(q.argmax())
                    if q[at] > o.content_fallback:
                        lab[at] = 3; t = at + 1
                        while t < i.n and lab[t] == 0 and m[t, 4] > q[at] * 0.5: lab[t] = 4; t += 1
                if not any(l == 3 for l in lab): continue
                off = i.d.offsets; a = i.para[0]
                span = lambda s, t: [off[a + s][0], off[a + t - 1][1]]
                found.setdefault(i.d.id, []).append({'cue': [span(x, y)], 'source': [span(s, t) for s, t in runs(lab, 1)], 'content': [span(s, t) for s, t in runs(lab, 3)], 'p': p})
    return found

def scorer(data):
    def load(name):
        spec = importlib.util.spec_from_file_location(name, os.path.join(data, name + '.py')); m = importlib.util.module_from_spec(spec)
        return spec, m
    spec, s = load('score'); spec.loader.exec_module(s); return s

def evaluate(found, data, tmp, name):
    import subprocess
    gold = os.path.join(tmp, 'dev-gold.jsonl')
    if not os.path.exists(gold):
        import gzip; open(gold, 'wb').write(gzip.open(os.path.join(data, 'polnear-dev.jsonl.gz')).read())
        subprocess.run([sys.executable, os.path.join(data, 'subset.py'), gold, os.path.join(tmp, 'dev-gold-sub.jsonl')], check=True, stdout=subprocess.DEVNULL)
    p = os.path.join(tmp, f'pred-{name}.jsonl'); q = os.path.join(tmp, f'pred-{name}-sub.jsonl')
    ids = [json.loads(l)['id'] for l in open(gold)]
    open(p, 'w').write(''.join(json.dumps({'id': i, 'attributions': found.get(i, [])}) + '\n' for i in ids))
    subprocess.run([sys.executable, os.path.join(data, 'subset.py'), p, q, gold], check=True, stdout=subprocess.DEVNULL)
    def run(g, f): return json.loads(subprocess.run([sys.executable, os.path.join(data, 'score.py'), g, f, '--json'], check=True, capture_output=True, text=True).stdout)
    a, b = run(gold, p), run(os.path.join(tmp, 'dev-gold-sub.jsonl'), q)
    def three(j, k): return '%.1f(%.0f/%.0f)' % (100 * j[k]['f1'], 100 * j[k]['p'], 100 * j[k]['r'])
    return ('all aligned %s half %s tokens %s exact %s cue %s | sub aligned %s exact %s cue-aligned %s half %s' % (
        three(a, 'aligned relation'), three(a, 'half relation'), three(a, 'tokens all'), three(a, 'citron-exact relation'), three(a, 'citron-exact cue'),
        three(b, 'aligned relation'), three(b, 'citron-exact relation'), three(b, 'aligned cue') if 'aligned cue' in b else '-', three(b, 'half relation'))), a, b

def options():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('out'); a.add_argument('--data', required=True); a.add_argument('--name', default='net')
    for k, v in dict(hidden=64, hidden2=48, join=64, layers=1, epochs=16, seed=1, relu=0, limit=0, batch=6000).items(): a.add_argument('--' + k.replace('_', '-'), type=int, default=v)
    for k, v in dict(rate=2e-3, dropout=0.35, dropout_in=0.25, dropout2=0.2, dropout_join=0.1, word_dropout=0.05, aux=0.15, cue_weight=1.0, begin=0.38, go_on=0.5, fallback=0.08, content_fallback=0.1, decay=1e-5).items(): a.add_argument('--' + k.replace('_', '-'), type=float, default=v)
    return a.parse_args()

def load_items(o):
    pos, rel = {}, {}
    sets = {}
    for name in ('train', 'dev'):
        docs = [Document(json.loads(l), pos, rel) for l in open(os.path.join(o.out, name + '.jsonl'))]
        if name == 'train' and o.limit: docs = docs[:o.limit]
        sets[name] = [Item(d, p) for d in docs for p in d.paragraphs]
    return sets, max(1, len(pos)), max(1, len(rel))

def main():
    o = options(); torch.set_num_threads(1); random.seed(o.seed); np.random.seed(o.seed); torch.manual_seed(o.seed)
    t = time.time(); sets, n_pos, n_rel = load_items(o)
    print('read', round(time.time() - t), 's;', len(sets['train']), 'paragraphs,', sum(len(i.cues) for i in sets['train']), 'candidate cues', flush=True)
    net = Net(np.load(os.path.join(o.out, 'vectors.npy')), o, n_pos, n_rel)
    opt = torch.optim.Adam(net.parameters(), lr=o.rate, weight_decay=o.decay)
    total = o.epochs * len(batches(sets['train'], o.batch, False)); done = 0; average = None; avg_n = 0
    for epoch in range(o.epochs):
        net.train(); s = 0; t = time.time(); bs = batches(sets['train'], o.batch, True)
        for b in bs:
            done += 1
            for g in opt.param_groups: g['lr'] = o.rate * min(1, done / 200) * (0.5 * (1 + math.cos(math.pi * min(1, done / total))) * 0.97 + 0.03)
            opt.zero_grad(); loss = step(net, b, o); loss.backward(); nn.utils.clip_grad_norm_(net.parameters(), 2.0); opt.step(); s += loss.item()
            if epoch >= o.epochs * 0.6:  # weights averaged over the last part of training
                avg_n += 1
                with torch.no_grad():
                    if average is None: average = [p.detach().clone() for p in net.parameters()]
                    else:
                        for a, p in zip(average, net.parameters()): a += (p - a) / avg_n
        took = time.time() - t
        if epoch % 3 == 2 or epoch == o.epochs - 1:
            kept = None
            if average is not None:
                kept = [p.detach().clone() for p in net.parameters()]
                with torch.no_grad():
                    for p, a in zip(net.parameters(), average): p.copy_(a)
            net.eval(); line, _, _ = evaluate(predict([net], sets['dev'], o), o.data, o.out, o.name)
            if epoch == o.epochs - 1: torch.save({'state': net.state_dict(), 'options': vars(o), 'n_pos': n_pos, 'n_rel': n_rel}, os.path.join(o.out, o.name + '.pt'))
            if kept is not None:
                with torch.no_grad():
                    for p, k in zip(net.parameters(), kept): p.copy_(k)
            print(epoch + 1, 'loss %.3f' % (s / len(bs)), '%ds' % took, line, flush=True)
        else: print(epoch + 1, 'loss %.3f' % (s / len(bs)), '%ds' % took, flush=True)

if __name__ == '__main__': main()
