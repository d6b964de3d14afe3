"""The two towers of Mini: a small residual convnet and an order-free text encoder."""
import torch
from torch import nn
import torch.nn.functional as F


def conv(inside, outside, stride=1):
    return nn.Sequential(
        nn.Conv2d(inside, outside, 3, stride, 1, bias=False), nn.BatchNorm2d(outside)
    )


class Residual(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.one = conv(width, width)
        self.two = conv(width, width)
        nn.init.zeros_(self.two[1].weight)

    def forward(self, x):
        return F.relu(x + self.two(F.relu(self.one(x))))


class VisionTower(nn.Module):
    """pixel_values [n, 3, 64, 64] -> image_embeds [n, dim], not normalised."""

    def __init__(self, dim, widths=(24, 48, 96, 160), blocks=(0, 0, 1, 2)):
        super().__init__()
        layers, inside = [], 3
        for width, count in zip(widths, blocks):
            layers += [conv(inside, width, 2), nn.ReLU()]
            layers += [Residual(width) for _ in range(count)]
            inside = width
        self.body = nn.Sequential(*layers)
        # Mean and maximum side by side: the mean carries how many, the maximum what.
        self.hidden = nn.Linear(2 * inside, 2 * inside)
        self.out = nn.Linear(2 * inside, dim)

    def forward(self, pixel_values):
        x = self.body(pixel_values)
        x = torch.cat([x.mean((2, 3)), x.amax((2, 3))], 1).float()
        return self.out(F.relu(self.hidden(x)))


class TextTower(nn.Module):
    """input_ids [n, length] -> text_embeds [n, dim], unit length.

    Order-free. Padding and stop words are masked, so a template cannot change the result. Unknown words
    pull the embedding towards one learned "no evidence" direction, by their share of the words that count.
    """

    pull = 0.6

    def __init__(self, words, first_stop, dim, width=96, heads=4):
        super().__init__()
        self.heads = heads
        self.embedding = nn.Embedding(words, width)
        nn.init.normal_(self.embedding.weight, std=0.5)
        known = torch.zeros(words)
        known[2:first_stop] = 1
        self.register_buffer("known", known)
        unknown = torch.zeros(words)
        unknown[1] = 1
        self.register_buffer("unknown", unknown)
        self.norm = nn.LayerNorm(width)
        self.qkv = nn.Linear(width, 3 * width)
        self.mix = nn.Linear(width, width)
        self.token = nn.Sequential(nn.Linear(width, 2 * width), nn.ReLU(), nn.Linear(2 * width, width))
        self.head = nn.Sequential(nn.Linear(width, 3 * width), nn.ReLU(), nn.Linear(3 * width, dim))
        self.no_evidence = nn.Parameter(torch.randn(dim) * 0.1)

    def forward(self, input_ids):
        known = self.known[input_ids]
        x = self.embedding(input_ids)
        width = x.shape[-1]
        q, k, v = self.qkv(self.norm(x)).chunk(3, -1)
        out = []
        for part in range(self.heads):
            size = width // self.heads
            cut = slice(part * size, (part + 1) * size)
            scores = q[..., cut] @ k[..., cut].transpose(1, 2) * size**-0.5
            scores = scores + (known.unsqueeze(1) - 1) * 1e4
            out.append(torch.softmax(scores, -1) @ v[..., cut])
        x = x + self.mix(torch.cat(out, -1))
        x = x + self.token(x)
        weight = known.unsqueeze(-1)
        count = weight.sum(1)
        pooled = (x * weight).sum(1) / count.clamp(min=1)
        said = F.normalize(self.head(pooled).float(), dim=-1)
        unsaid = self.unknown[input_ids].sum(1, keepdim=True)
        has = (count > 0).to(said.dtype)
        share = unsaid / (unsaid + count).clamp(min=1)
        nothing = F.normalize(self.no_evidence, dim=0).unsqueeze(0)
        return F.normalize(said * has + nothing * (self.pull * share * has + (1 - has)), dim=-1)


class Mini(nn.Module):
    def __init__(self, words, first_stop, dim=128):
        super().__init__()
        self.vision = VisionTower(dim)
        self.text = TextTower(words, first_stop, dim)
        self.log_scale = nn.Parameter(torch.tensor(2.7))

    @property
    def scale(self):
        return self.log_scale.exp().clamp(max=100)
