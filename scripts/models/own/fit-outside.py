"""Fits heads as docs/adr/0044 defines them, by scikit-learn and SciPy in place of the app's own code.

Reads questions as JSON (vectors, words, labels, lambda), prints logits of the same vectors. Without words it is
LogisticRegression: a bias that counts half its square is a column of sqrt(lambda), since a weight on it of bias /
sqrt(lambda) costs lambda / 2 times its square. It knows no offset: with words, SciPy minimises the same objective.
"""

import json
import sys

import numpy as np
import scipy
import sklearn
from scipy.optimize import minimize, minimize_scalar
from scipy.special import logsumexp
from sklearn.linear_model import LogisticRegression

UNKNOWN = -1

# Of the words' factor: its largest, and the nats that speak for that.
STRONGEST = 100
LEANING = 0.3


def weights_of(labels, single):
    """Of each example and class: classes of few examples count as much as those of many."""
    weights = np.zeros(labels.shape)
    n, count = labels.shape
    for c in range(count):
        yes = labels[:, c] == 1
        no = labels[:, c] == 0
        if single:
            weights[yes] = n / (count * yes.sum())
        else:
            weights[yes, c] = (yes.sum() + no.sum()) / (2 * yes.sum())
            weights[no, c] = (yes.sum() + no.sum()) / (2 * no.sum())
    return weights


def measured(vectors, weights):
    """Vectors less a middle, each number over the square root of its spread, from the classes' common mean, of mean length 1."""
    n = len(vectors)
    centred = vectors - vectors.mean(0)
    squares = (centred**2).sum(0)
    heard = centred * ((squares / (squares.sum() / centred.size) + 1) / (n + 1)) ** -0.25
    shares = weights.sum(1)
    from_mean = heard - shares @ heard / shares.sum()
    return from_mean / np.sqrt((from_mean**2).sum(1).mean())


def by_scikit_learn(rows, labels, weights, pull, single):
    """Logits without words."""
    held = np.hstack([rows, np.full((len(rows), 1), np.sqrt(pull))])

    def fit(known, truth, weight, **more):
        model = LogisticRegression(
            C=1 / pull, fit_intercept=False, solver="newton-cg", tol=1e-8, max_iter=1000, **more
        )
        return model.fit(held[known], truth[known], sample_weight=weight[known]).coef_

    if single:
        everything = np.ones(len(rows), bool)
        return held @ fit(everything, labels.argmax(1), weights[:, 0], multi_class="multinomial").T
    columns = [
        held @ fit(labels[:, c] != UNKNOWN, labels[:, c], weights[:, c])[0] for c in range(labels.shape[1])
    ]
    return np.stack(columns, 1)


def loss_of(logits, labels, weights, certainty=1.0):
    """Of one label each: weighted cross-entropy, and its derivative by each logit."""
    wanted = np.where(labels == 1, certainty, (1 - certainty) / (labels.shape[1] - 1))
    whole = logsumexp(logits, axis=1, keepdims=True)
    return (weights * wanted * (whole - logits)).sum(), weights * (np.exp(logits - whole) - wanted)


def by_scipy(rows, scores, labels, weights, pull):
    """Logits with words whose strength is fitted too."""
    certainty = 1 - 1 / (len(rows) + 2)
    strength = minimize_scalar(
        lambda factor: loss_of(factor * scores, labels, weights, certainty)[0] - LEANING * factor / STRONGEST,
        bounds=(0, STRONGEST),
        method="bounded",
        options={"xatol": 1e-10},
    ).x
    count, width = labels.shape[1], rows.shape[1]

    def logits_at(point):
        return strength * scores + rows @ point[: count * width].reshape(count, width).T + point[count * width :]

    def objective(point):
        v, b = point[: count * width], point[count * width :]
        loss, residual = loss_of(logits_at(point), labels, weights)
        slope = np.concatenate([(residual.T @ rows).ravel() + pull * v, residual.sum(0) + b])
        return loss + pull / 2 * v @ v + b @ b / 2, slope

    start = np.zeros(count * (width + 1))
    options = {"maxiter": 20000, "maxfun": 40000, "ftol": 1e-16, "gtol": 1e-10}
    return logits_at(minimize(objective, start, jac=True, method="L-BFGS-B", options=options).x)


def answer(question):
    single = question["mode"] == "single"
    vectors, words = np.array(question["vectors"]), np.array(question["words"])
    labels = np.array(question["labels"])
    weights = weights_of(labels, single)
    rows = measured(vectors, weights)
    pull = question["lambda"]
    if words.any():
        logits = by_scipy(rows, vectors @ words.T, labels, weights, pull)
    else:
        logits = by_scikit_learn(rows, labels, weights, pull, single)
    return np.round(logits, 8).tolist()


json.dump(
    {
        "by": f"scikit-learn {sklearn.__version__}, SciPy {scipy.__version__}, NumPy {np.__version__}",
        "logits": {name: answer(question) for name, question in json.load(sys.stdin).items()},
    },
    sys.stdout,
    indent=1,
)
