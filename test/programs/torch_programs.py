import importlib.util
import os
import sys

from answer import serve


def opened(folder):
    """model.py of an exported folder, as a person's program imports it."""
    spec = importlib.util.spec_from_file_location("model", os.path.join(folder, "model.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predict(folder, ids):
    """Probabilities behind each of the ids, read at once and one by one with the state carried on."""
    import torch

    model = opened(folder).LanguageModel()
    with torch.no_grad():
        whole = torch.softmax(model(torch.tensor([ids]))[0][0], -1)
        state, steps = None, []
        for id in ids:
            logits, state = model(torch.tensor([[id]]), state)
            steps.append(torch.softmax(logits[0, -1], -1).tolist())
    return {"whole": whole.tolist(), "steps": steps, "names": sorted(model.state_dict())}


def tell(folder, prompt, count):
    return opened(folder).tell(prompt, count)


serve({"predict": predict, "tell": tell})
