"""Answers a bench over standard input and output: one JSON line asks for a subject, one gives milliseconds."""

import json
import sys
import time


def serve(version, subjects):
    """`subjects`: name -> function that prepares it and returns what to repeat."""
    print(json.dumps({"version": version, "subjects": list(subjects)}), flush=True)
    prepared = {}
    for line in sys.stdin:
        request = json.loads(line)
        name = request["subject"]
        if name not in prepared:
            prepared[name] = subjects[name]()
        once, count = prepared[name], request["count"]
        started = time.perf_counter()
        for _ in range(count):
            once()
        print(json.dumps({"ms": (time.perf_counter() - started) / count * 1e3}), flush=True)


def missing(what):
    print(json.dumps({"missing": what}), flush=True)
    sys.exit(0)
