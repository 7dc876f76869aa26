"""Costs of a step's parts, fitted to steps that `npm run bench -- --estimates --fit PATH` measured: pip install scipy."""

import json
import sys

import numpy as np
from scipy.optimize import least_squares

NAMES = ["operation", "weight", "logit", "cell", "moved", "kept", "turn", "step"]
START = [1 / 70e9, 3e-10, 2e-9, 2e-9, 4e-10, 4e-10, 4e-5, 3e-4]


def seconds(row, cost):
    operation, weight, logit, cell, moved, kept, turn, step = cost
    products = sum(
        each["times"] * each["inner"] * each["columns"] * (2 * each["rows"] * operation + weight)
        for each in row["products"]
    )
    elements = row["logits"] * logit + row["cells"] * cell + row["moved"] * moved + row["kept"] * kept
    return products + elements + row["turns"] * turn + step


for engine in ["tensorflow", "portable"]:
    rows = json.load(open(f"{sys.argv[1]}-{engine}.json"))
    # all are scaled by the first one, the small step
    weights = np.array([4] + [1] * (len(rows) - 1))
    off = lambda logs: np.log([seconds(row, np.exp(logs)) / row["seconds"] for row in rows])
    bounds = np.log(START) - 6, np.log(START) + 6
    fitted = least_squares(lambda logs: weights * off(logs), np.log(START), loss="soft_l1", f_scale=0.1, bounds=bounds)
    print(engine, {name: float(f"{value:.2e}") for name, value in zip(NAMES, np.exp(fitted.x))})
    print("  furthest off", np.round(np.exp(sorted(off(fitted.x)))[[0, 1, 2, -3, -2, -1]], 2))
