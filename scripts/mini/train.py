"""Trains Mini with CLIP's contrastive loss on the drawings that render.ts wrote.

Every picture is scored against every caption of the batch, and the captions are data (captions.py), so all
true pairs are known: each true pair competes with the false ones only. A second, sigmoid term puts true
pairs above a fixed cosine and false ones below it, which keeps cosines comparable between tag sets; the
words of "other" are trained to sit at that cosine, and "no evidence" far below it, on every picture.
"""
import argparse
import glob
import json
import math
import os
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

from captions import Captions, Grammar, truth
from model import Mini

MIDDLE = 0.35  # cosine between true and false
NOTHING = -0.45  # cosine of a caption of unknown words

parser = argparse.ArgumentParser()
parser.add_argument("--pool", default="node_modules/.cache/mini")
parser.add_argument("--out", default="node_modules/.cache/mini/run")
parser.add_argument("--steps", type=int, default=14000)
parser.add_argument("--batch", type=int, default=128)
parser.add_argument("--rate", type=float, default=2e-3)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--resume", action="store_true")
args = parser.parse_args()
os.makedirs(args.out, exist_ok=True)
torch.manual_seed(args.seed)
random.seed(args.seed)
np.random.seed(args.seed)

grammar = Grammar(f"{args.pool}/grammar.json")


class Pool:
    """Shards on disk, mapped. New ones are picked up as the renderer finishes them."""

    def __init__(self, pattern):
        self.pattern, self.shards = pattern, {}
        self.refresh()

    def refresh(self):
        for path in sorted(glob.glob(self.pattern)):
            if path not in self.shards:
                facts = np.fromfile(path[:-4] + ".facts", np.uint8).reshape(-1, 4)
                self.shards[path] = (np.memmap(path, np.uint8, "r").reshape(-1, 64, 64, 3), facts)
        self.list = list(self.shards.values())

    def batch(self, size):
        pictures, facts = [], []
        for shard in np.random.choice(len(self.list), 8):
            x, y = self.list[shard]
            pick = np.random.randint(0, len(x), size // 8)
            pictures.append(x[pick])
            facts.append(y[pick])
        return np.concatenate(pictures), np.concatenate(facts)


def prepare(pictures):
    return torch.from_numpy(np.array(pictures)).permute(0, 3, 1, 2).float() / 127.5 - 1


def augment(x):
    """Shift, contrast, brightness, noise and a light blur, each drawn per picture."""
    n = len(x)
    padded = F.pad(x, (3, 3, 3, 3), mode="replicate")
    dx, dy = (int(torch.randint(0, 7, ())) for _ in range(2))
    x = padded[:, :, dy : dy + 64, dx : dx + 64]
    gain = torch.empty(n, 1, 1, 1).uniform_(0.88, 1.1)
    lift = torch.empty(n, 1, 1, 1).uniform_(-0.06, 0.06)
    cast = torch.empty(n, 3, 1, 1).uniform_(-0.03, 0.03)
    x = x * gain + lift + cast
    if random.random() < 0.3:
        share = torch.rand(n, 1, 1, 1) * 0.8
        x = x + share * (F.avg_pool2d(F.pad(x, (1, 1, 1, 1), mode="replicate"), 3, 1) - x)
    if random.random() < 0.3:
        x = x + torch.randn_like(x) * torch.rand(n, 1, 1, 1) * 0.08
    return x.clamp(-1, 1)


def contrast(logits, right):
    """Mean over true pairs of -log p(true | itself and the false ones in its row)."""
    false = torch.logsumexp(logits.masked_fill(right, -1e4), 1, keepdim=True)
    loss = F.softplus(false - logits)
    weight = right / right.sum(1, keepdim=True).clamp(min=1)
    rows = (right.any(1)).sum().clamp(min=1)
    return (loss * weight).sum() / rows


other_ids = torch.tensor([[grammar.ids[w]] for w in grammar.other])
no_ids = torch.ones(1, 1, dtype=torch.long)
members = grammar.members


def loss_of(model, pictures, facts):
    captions = Captions(grammar)
    for kind, colour, count, _ in facts.tolist():
        captions.for_picture(kind, colour, count)
    captions.bank()
    ids, claims = captions.arrays()
    right = torch.from_numpy(truth(members, claims, facts).T.copy())
    # Brain floats take a third off a step on processors that multiply them, and nothing off the figures.
    with torch.autocast("cpu", torch.bfloat16):
        image = model.vision(pictures)
        text = model.text(torch.from_numpy(ids))
    image = F.normalize(image.float(), dim=-1)
    cosine = image @ text.T
    logits = cosine * model.scale
    pair = 0.5 * (contrast(logits, right) + contrast(logits.T, right.T))
    margin = F.softplus(torch.where(right, -1.0, 1.0) * 16 * (cosine - MIDDLE))
    middle = 0.5 * (margin[right].mean() + margin[~right].mean() * 4)
    other = ((image @ model.text(other_ids).T - MIDDLE) ** 2).mean()
    nothing = ((image @ model.text(no_ids).T - NOTHING) ** 2).mean()
    return pair + 0.3 * middle + 2 * other + 2 * nothing, pair


@torch.no_grad()
def measure(model, pool):
    """Quick figures on the validation shard; evaluate.ts makes the real ones."""
    model.eval()
    kinds = Captions(grammar)
    for kind in range(len(grammar.kinds)):
        row = grammar.tokens(grammar.kinds[kind]["words"][0][0])
        kinds.rows.append(row)
        kinds.claims.append((kind, -1, -1))
    text = model.text(torch.from_numpy(kinds.arrays()[0]))
    counts = []
    pictures, facts = pool.list[0]
    image = torch.cat([F.normalize(model.vision(prepare(pictures[i : i + 250])), dim=-1) for i in range(0, 2000, 250)])
    facts = facts[:2000].astype(int)
    guess = (image @ text.T).argmax(1).numpy()
    one = facts[:, 2] == 1
    hit = guess == facts[:, 0]
    count_hits = []
    colour_hits = []
    for i in np.flatnonzero(np.arange(2000) < 700):
        base = kinds.rows[facts[i, 0]]
        rows = [base + grammar.tokens(w[0]) for w in grammar.counts]
        pad = max(map(len, rows))
        ids = torch.tensor([r + [0] * (pad - len(r)) for r in rows])
        count_hits.append(int((model.text(ids) @ image[i]).argmax()) + 1 == facts[i, 2])
        rows = [base + grammar.tokens(w[0]) for w in grammar.colours]
        colour_hits.append(int((model.text(torch.tensor(rows)) @ image[i]).argmax()) == facts[i, 1])
    model.train()
    return dict(kind_one=hit[one].mean(), kind_many=hit[~one].mean(), count=np.mean(count_hits), colour=np.mean(colour_hits))


pool = Pool(f"{args.pool}/1-*.rgb")
held = Pool(f"{args.pool}/2-*.rgb")
model = Mini(len(grammar.ids), grammar.first_stop)
model.vision.to(memory_format=torch.channels_last)
average = Mini(len(grammar.ids), grammar.first_stop)
average.load_state_dict(model.state_dict())
decay = [p for p in model.parameters() if p.ndim > 1]
plain = [p for p in model.parameters() if p.ndim <= 1]
optimiser = torch.optim.AdamW([dict(params=decay, weight_decay=0.02), dict(params=plain, weight_decay=0)], lr=args.rate, betas=(0.9, 0.98))
step = 0
if args.resume and os.path.exists(f"{args.out}/last.pt"):
    saved = torch.load(f"{args.out}/last.pt")
    model.load_state_dict(saved["model"])
    average.load_state_dict(saved["average"])
    optimiser.load_state_dict(saved["optimiser"])
    step = saved["step"]
print(f"{sum(p.numel() for p in model.parameters())} parameters, {len(pool.list)} shards", flush=True)
started, total = time.time(), 0.0
first = step
while step < args.steps:
    share = step / args.steps
    rate = args.rate * min(1, (step + 1) / 300) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * share)))
    for group in optimiser.param_groups:
        group["lr"] = rate
    pictures, facts = pool.batch(args.batch)
    x = augment(prepare(pictures)).contiguous(memory_format=torch.channels_last)
    loss, pair = loss_of(model, x, facts)
    optimiser.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
    optimiser.step()
    step += 1
    total += pair.item()
    keep = min(0.998, (step + 1) / (step + 20))
    with torch.no_grad():
        for a, b in zip(average.state_dict().values(), model.state_dict().values()):
            if a.dtype.is_floating_point:
                a.lerp_(b, 1 - keep)
    if step % 100 == 0:
        print(f"{step} loss {total / 100:.4f} scale {model.scale.item():.1f} {(time.time() - started) / (step - first):.3f} s/step", flush=True)
        total = 0.0
    if step % 500 == 0 or step == args.steps:
        pool.refresh()
        figures = {k: round(float(v), 4) for k, v in measure(average, held).items()}
        print(step, json.dumps(figures), f"{len(pool.list)} shards", flush=True)
        torch.save(dict(model=model.state_dict(), average=average.state_dict(), optimiser=optimiser.state_dict(), step=step, figures=figures), f"{args.out}/last.tmp")
        os.replace(f"{args.out}/last.tmp", f"{args.out}/last.pt")
