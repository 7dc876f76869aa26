"""One line of JSON asks, one line answers."""

import contextlib
import io
import json
import os
import sys
import traceback


def example(folder, code):
    """What a README's example prints, in the folder that it is in."""
    os.chdir(folder)
    sys.path.insert(0, folder)
    try:
        with contextlib.redirect_stdout(io.StringIO()) as said:
            exec(code, {"__name__": "__main__"})
    finally:
        sys.path.remove(folder)
        sys.modules.pop("model", None)
    return said.getvalue()


def serve(questions):
    """Answers each line by the function that its `ask` names, until there is none."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what libraries print is no answer
    questions = {"example": example, **questions}
    for line in sys.stdin:
        given = json.loads(line)
        try:
            said = {"answer": questions[given.pop("ask")](**given)}
        except Exception:
            said = {"error": traceback.format_exc()}
        answers.write(json.dumps(said) + "\n")
        answers.flush()
