"""Second step of training the judge of figures. PyTorch on one processor core, some minutes.

usage: train.py WORK [--without SETS] [--silver EPOCHS] [--name NAME] [--folds FOLDS]

Reads what dump.ts and senses.py wrote into WORK. Writes WORK/NAME.npz, the weights, linear parts multiplied out. SETS (figures-6, say) are left
out of training and scored, which is the estimate for unseen paragraphs.

--folds SETS/SETS trains once for each fold without it, scores it and writes nothing.

The network: states of the attribution network (not trained here), the word's vector and its senses (not trained here) and five
small tables of figure-features.ts -> bidirectional GRU over the paragraph -> label of each counting number at its last token. Several fair
measures share the probability. Weights are averaged over the last part of training.
"""
import argparse, json, math, os, random, sys, time
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'attribution'))
from recurrent import BiGRU
from senses import WIDTH as SENSES, middle, read as read_senses

LABELS, STATES, VECTOR = 16, 192, 48
TABLES = (('act', 32), ('people', 4), ('figure', 16), ('person', 8), ('rule', 32))
TOP = 2.0  # states and vectors within this, as the kernel's whole numbers

class Net(nn.Module):
    def __init__(self, o, vectors, senses):
        super().__init__()
        self.o = o
        self.word = nn.Embedding.from_pretrained(vectors, freeze=True)
        self.sense = nn.Embedding.from_pretrained(senses, freeze=True)
        self.down = nn.Linear(SENSES, o.senses)
        self.mix = nn.Linear(STATES, o.mix)
        self.tables = nn.ModuleList([nn.Embedding(size, o.tag) for _, size in TABLES])
        self.gru = BiGRU(o.mix + VECTOR + o.senses + o.tag * len(TABLES), o.hidden)
        self.label = nn.Linear(2 * o.hidden, LABELS)
    def forward(self, states, words, rows, mask):
        x = self.mix(F.dropout(states, self.o.drop_in, self.training))
        v = F.dropout(self.word(words[..., 0]), self.o.drop_in, self.training)
        s = self.down(F.dropout(self.sense(words[..., 1]), self.o.drop_in, self.training))
        if self.training:  # the words for acts are not always listed
            rows = rows.clone()
            for k, share in ((0, self.o.drop_act), (4, self.o.drop_rule)):
                rows[..., k] *= (torch.rand(rows.shape[:2]) >= share).long()
        x = torch.cat([x, v, s] + [t(rows[..., k]) for k, t in enumerate(self.tables)], -1)
        return self.label(F.dropout(self.gru(x, mask), self.o.drop, self.training))

def batch(ps, states):
    T = max(len(p['words']) for p in ps); B = len(ps)
    x = torch.zeros(B, T, STATES); w = torch.zeros(B, T, 2, dtype=torch.long); rows = torch.zeros(B, T, len(TABLES), dtype=torch.long)
    mask = torch.zeros(B, T, dtype=torch.bool); at, y, use, person = [], [], [], []
    for b, p in enumerate(ps):
        n = len(p['words']); x[b, :n] = states[p['row']:p['row'] + n]; w[b, :n, 0] = torch.tensor(p['words']); w[b, :n, 1] = torch.tensor(p['kinds']); mask[b, :n] = True
        rows[b, :n] = torch.tensor(p['rows']).reshape(n, len(TABLES))
        for f in p['figures']:
            at.append((b, f['at'])); t = torch.zeros(LABELS, dtype=torch.bool); t[f['labels']] = True
            y.append(t); use.append(0.0 if f['optional'] else 1.0); person.append(f['person'])
    return x, w, rows, mask, tuple(zip(*at)), torch.stack(y), torch.tensor(use), torch.tensor(person)

def train(net, ps, states, o, epochs):
    opt = torch.optim.Adam([p for p in net.parameters() if p.requires_grad], lr=o.rate, weight_decay=o.decay)
    steps = epochs * math.ceil(len(ps) / o.batch); done = k = 0; mean = None
    for epoch in range(epochs):
        net.train(); order = sorted(ps, key=lambda p: len(p['words']) + random.random() * 12)
        groups = [order[i:i + o.batch] for i in range(0, len(order), o.batch)]; random.shuffle(groups)
        for group in groups:
            x, w, rows, mask, (b, t), y, use, _ = batch(group, states)
            p = F.log_softmax(net(x, w, rows, mask)[list(b), list(t)], -1)
            loss = -(torch.logsumexp(p.masked_fill(~y, -1e9), -1) * use).sum() / use.sum().clamp(min=1)
            done += 1
            for g in opt.param_groups: g['lr'] = o.rate * (0.5 * (1 + math.cos(math.pi * done / steps)) * .97 + .03)
            opt.zero_grad(); loss.backward(); nn.utils.clip_grad_norm_(net.parameters(), 2.); opt.step()
            if epoch >= epochs * .6:
                k += 1
                with torch.no_grad():
                    if mean is None: mean = [q.detach().clone() for q in net.parameters()]
                    else:
                        for a, q in zip(mean, net.parameters()): a += (q - a) / k
    with torch.no_grad():
        for q, a in zip(net.parameters(), mean): q.copy_(a)
    net.eval(); return net

def answers(nets, ps, states):
    """Per question: best measure, its probability, whether fair, whether owed, whether about a person without a number."""
    rows = []
    with torch.no_grad():
        for i in range(0, len(ps), 32):
            x, w, r, mask, (b, t), y, use, person = batch(ps[i:i + 32], states)
            p = torch.stack([F.softmax(net(x, w, r, mask)[list(b), list(t)], -1) for net in nets]).mean(0)
            best, said = p[:, 1:].max(-1); fair = y[torch.arange(len(said)), said + 1]
            keep = use > 0
            rows.append(torch.stack([best, fair.float(), (~y[:, 0]).float(), person.float()], 1)[keep])
    return torch.cat(rows)

def score(rows):
    for about, which in (('numbers', 0), ('persons', 1)):
        r = rows[rows[:, 3] == which]; owed = int(r[:, 2].sum()); line = []
        for least in (.35, .45, .55, .65, .75, .85):
            says = r[:, 0] >= least; right = int((says & (r[:, 1] > 0)).sum()); wrong = int(says.sum()) - right
            line.append('%.2f: %d+ %d- F %.3f' % (least, right, wrong, 2 * right / max(1, owed + right + wrong)))
        print(about, owed, 'owed |', ' | '.join(line), flush=True)

def pack(net, o, path):
    s = {k: v.detach().numpy().astype(np.float64) for k, v in net.state_dict().items()}
    w = s['gru.w_in']; M = o.mix; H = o.hidden; t = {}; S = M + VECTOR
    t['figure.in'] = np.concatenate([w[:, :M] @ s['mix.weight'], w[:, M:S]], 1)
    t['figure.senses'] = w[:, S:S + o.senses] @ s['down.weight']
    t['figure.gateBias'] = (s['gru.b_in'] + w[:, :M] @ s['mix.bias'] + w[:, S:S + o.senses] @ s['down.bias'])[None]
    for k, (name, _) in enumerate(TABLES):
        at = S + o.senses + k * o.tag; t['figure.' + name] = s[f'tables.{k}.weight'] @ w[:, at:at + o.tag].T
    for d, side in enumerate(('forward', 'backward')):
        t[f'figure.{side}'] = s['gru.w'][d].T
        t[f'figure.{side}Bias'] = np.concatenate([np.zeros(2 * H), s['gru.bias'][d]])[None]
    t['figure.label'] = s['label.weight']; t['figure.labelBias'] = s['label.bias'][None]
    np.savez(path, hidden=H, **t); print(path, {k: v.shape for k, v in t.items()})

def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('work'); a.add_argument('--without', default=''); a.add_argument('--name', default='figures'); a.add_argument('--folds', default='', help='sets divided by comma, folds by slash: only scores')
    for k, v in dict(hidden=48, tag=12, mix=64, epochs=30, batch=32, silver=5, seed=1, nets=1, senses=64).items(): a.add_argument('--' + k, type=int, default=v)
    for k, v in dict(rate=3e-3, decay=1e-4, drop=.4, drop_in=.4, drop_act=.2, drop_rule=.2).items(): a.add_argument('--' + k.replace('_', '-'), type=float, default=v)
    o = a.parse_args(); torch.set_num_threads(1); random.seed(o.seed); torch.manual_seed(o.seed); start = time.time()
    rows, table = read_senses(o.work); kinds, middles = {}, [np.zeros(SENSES, np.float32)]
    def kind(word):  # row of the word's senses; 0: nothing is known of it
        if word not in kinds:
            found = middle(word, rows, table); kinds[word] = 0 if found is None else len(middles)
            if found is not None: middles.append(found)
        return kinds[word]
    def load(name):
        ps = [json.loads(l) for l in open(os.path.join(o.work, name + '.jsonl'))]
        for p in ps: p['kinds'] = [kind(token.lower()) for token in p['tokens']]
        return ps, torch.tensor(np.fromfile(os.path.join(o.work, name + '.f32'), dtype='<f4').reshape(-1, STATES))
    ps, states = load('marked'); vectors = np.fromfile(os.path.join(o.work, 'vectors.f32'), dtype='<f4').reshape(-1, VECTOR)
    vectors = torch.tensor(vectors).clamp(-TOP, TOP); out = [s for s in o.without.split(',') if s]
    rough, seen = load('silver') if o.silver else ([], None)
    senses = torch.tensor(np.array(middles))
    rough = [p for p in rough if any(f['labels'] != [0] for f in p['figures']) or random.random() < .2]
    def learnt(left_out, seed):
        random.seed(seed); torch.manual_seed(seed); net = Net(o, vectors, senses)
        if o.silver:  # the rules made these labels: here they may not be looked up
            drop, o.drop_rule = o.drop_rule, 1.; net = train(net, rough, seen, o, o.silver); o.drop_rule = drop
        return train(net, [p for p in ps if p['set'] not in left_out], states, o, o.epochs)
    if o.folds:
        every = []
        for fold in o.folds.split('/'):
            left = fold.split(','); some = [p for p in ps if p['set'] in left]
            rows = answers([learnt(left + out, o.seed + k) for k in range(o.nets)], some, states)
            print(fold); score(rows); every.append(rows)
        print('all folds'); score(torch.cat(every)); print('%ds' % (time.time() - start)); return
    net = learnt(out, o.seed)
    for name in out:
        print(name); score(answers([net], [p for p in ps if p['set'] == name], states))
    pack(net, o, os.path.join(o.work, o.name + '.npz'))
    print('%ds' % (time.time() - start))

if __name__ == '__main__': main()
