"""Captions as data: word ids beside exactly what they claim, so that every true pair in a batch is known."""
import json
import random
import re

import numpy as np

ANY = -1


class Grammar:
    def __init__(self, path):
        with open(path) as file:
            data = json.load(file)
        self.ids = data["vocabulary"]
        self.first_stop = data["firstStop"]
        self.kinds = data["kinds"]
        self.colours = data["colours"]
        self.counts = data["counts"]
        self.groups = data["groups"]
        self.other = data["other"]
        self.shapes = [i for i, kind in enumerate(self.kinds) if kind["category"] == "shape"]
        # Row per concept: one kind each, then the groups, then "anything".
        rows = len(self.kinds) + len(self.groups) + 1
        self.members = np.zeros((rows, len(self.kinds)), bool)
        self.members[: len(self.kinds)] = np.eye(len(self.kinds), dtype=bool)
        for i, group in enumerate(self.groups):
            self.members[len(self.kinds) + i, group["kinds"]] = True
        self.members[-1] = True
        self.anything = rows - 1
        self.split = {}

    def tokens(self, phrase):
        """Ids of the words that carry meaning; the tower masks the others anyway."""
        found = self.split.get(phrase)
        if found is None:
            ids = [self.ids.get(part, 1) for part in re.findall(r"\w+|[^\w\s]", phrase.lower())]
            found = [i for i in ids if i < self.first_stop]
            self.split[phrase] = found
        return found

    def concept(self, concept, plural):
        if concept == self.anything:
            return []
        entry = self.kinds[concept] if concept < len(self.kinds) else self.groups[concept - len(self.kinds)]
        words = entry["words"]
        # The first word is the usual one; synonyms share the other half.
        chosen = words[0] if random.random() < 0.5 else random.choice(words)
        return self.tokens(chosen[1 if plural else 0])


class Captions:
    """A growing list of captions: (concept, colour, count) with ANY for what is left unsaid."""

    def __init__(self, grammar):
        self.grammar = grammar
        self.rows, self.claims = [], []

    def add(self, concept, colour=ANY, count=ANY):
        grammar = self.grammar
        plural = count > 1 or (count == ANY and random.random() < 0.15)
        row = list(grammar.concept(concept, plural))
        if colour != ANY:
            row += grammar.tokens(random.choice(grammar.colours[colour]) if random.random() < 0.4 else grammar.colours[colour][0])
        if count != ANY:
            row += grammar.tokens(random.choice(grammar.counts[count - 1]))
        if not row:
            return
        self.rows.append(row)
        self.claims.append((concept, colour, count))

    def for_picture(self, kind, colour, count):
        """Two true captions, and one with a single wrong word."""
        for _ in range(2):
            say = [random.random() < 0.92, random.random() < 0.5, random.random() < (0.6 if count > 1 else 0.25)]
            concept = kind if say[0] else self.grammar.anything
            self.add(concept, colour if say[1] or not (say[0] or say[2]) else ANY, count if say[2] else ANY)
        wrong = random.random()
        if wrong < 0.45:
            self.add(kind, random.randrange(len(self.grammar.colours)), ANY if random.random() < 0.7 else count)
        elif wrong < 0.85:
            self.add(kind, ANY if random.random() < 0.6 else colour, random.randint(1, 5))
        else:
            self.add(random.randrange(len(self.grammar.kinds)), colour, ANY if random.random() < 0.5 else count)

    def bank(self):
        """Every kind by a random name, some groups, and colours with shapes: the rivals a user's tags will be."""
        grammar = self.grammar
        for kind in range(len(grammar.kinds)):
            self.add(kind)
        for i in random.sample(range(len(grammar.groups)), 5):
            self.add(len(grammar.kinds) + i)
        for _ in range(32):
            self.add(random.choice(grammar.shapes), random.randrange(len(grammar.colours)))

    def arrays(self):
        length = max(len(row) for row in self.rows)
        ids = np.zeros((len(self.rows), length), np.int64)
        for i, row in enumerate(self.rows):
            ids[i, : len(row)] = row
        return ids, np.array(self.claims)


def truth(members, claims, facts):
    """[captions, pictures]: whether each caption is true of each picture. facts: kind, colour, count, style."""
    kind, colour, count = (facts[:, i].astype(int) for i in range(3))
    right = members[claims[:, 0]][:, kind]
    right &= (claims[:, 1:2] == ANY) | (claims[:, 1:2] == colour[None])
    right &= (claims[:, 2:3] == ANY) | (claims[:, 2:3] == count[None])
    return right
