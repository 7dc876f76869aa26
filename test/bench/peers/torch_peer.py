"""The bench's subjects in PyTorch, as its users write them: nn.LSTM, torch.optim."""

from serve import missing, serve

try:
    import torch
except ImportError:
    missing("PyTorch is missing: pip install torch==2.13.0")
from torch import nn
from torch.nn.functional import cross_entropy

torch.manual_seed(1)


class Language(nn.Module):
    def __init__(self, vocabulary, width, layers, units, embedded):
        super().__init__()
        self.embedding = nn.Embedding(vocabulary, width) if embedded else None
        self.lstm = nn.LSTM(width, units, layers)
        self.output = nn.Linear(units, vocabulary)

    def forward(self, ids, state=None):
        x = self.embedding(ids) if self.embedding else ids.float().unsqueeze(-1)
        outputs, state = self.lstm(x, state)
        return outputs, state


def windows(model, optimizer, time, lanes, vocabulary, clip=0):
    ids = torch.randint(0, vocabulary, (time, lanes))
    targets = torch.randint(0, vocabulary, (lanes,))

    def once():
        optimizer.zero_grad()
        outputs, _ = model(ids)
        loss = cross_entropy(model.output(outputs[-1]), targets)
        loss.backward()
        if clip:
            nn.utils.clip_grad_norm_(model.parameters(), clip)
        optimizer.step()
        return loss.item()

    return once


def article(layers):
    def prepare():
        model = Language(112, 1, layers, 512, embedded=False)
        return windows(model, torch.optim.RMSprop(model.parameters(), lr=0.001, alpha=0.9), 3, 1, 112)

    return prepare


def fable():
    model = Language(112, 128, 1, 256, embedded=True)
    return windows(model, torch.optim.Adam(model.parameters(), lr=0.001), 3, 32, 112, clip=5)


def sequences(model, optimizer, time, lanes, vocabulary, bfloat16=False):
    layers, units = model.lstm.num_layers, model.lstm.hidden_size
    ids = torch.randint(0, vocabulary, (time, lanes))
    targets = torch.randint(0, vocabulary, (time * lanes,))
    carried = [torch.zeros(layers, lanes, units), torch.zeros(layers, lanes, units)]

    def once():
        optimizer.zero_grad()
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16):
            outputs, state = model(ids, tuple(carried))
            loss = cross_entropy(model.output(outputs).view(time * lanes, vocabulary), targets)
        carried[:] = [each.detach() for each in state]
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimizer.step()
        return loss.item()

    return once


def ptb_medium(bfloat16=False):
    def prepare():
        model = Language(10_000, 650, 2, 650, embedded=True)
        return sequences(model, torch.optim.SGD(model.parameters(), lr=0.001), 35, 20, 10_000, bfloat16)

    return prepare


def characters():
    model = Language(80, 64, 2, 512, embedded=True)
    return sequences(model, torch.optim.Adam(model.parameters(), lr=0.001), 100, 50, 80)


def telling(vocabulary, units):
    def prepare():
        model = Language(vocabulary, units, 2, units, embedded=True)
        now = {"symbol": torch.zeros(1, 1, dtype=torch.long), "state": None}

        @torch.inference_mode()
        def once():
            outputs, now["state"] = model(now["symbol"], now["state"])
            now["symbol"] = model.output(outputs[0]).argmax(-1, keepdim=True)
            return now["symbol"].item()

        return once

    return prepare


def evaluation():
    vocabulary, units, time, lanes = 13_776, 200, 35, 10
    model = Language(vocabulary, units, 2, units, embedded=True)
    ids = torch.randint(0, vocabulary, (60, time, lanes))
    targets = torch.randint(0, vocabulary, (60, time * lanes))

    @torch.inference_mode()
    def once():
        state, total = None, 0.0
        for inputs, wanted in zip(ids, targets):
            outputs, state = model(inputs, state)
            total += cross_entropy(model.output(outputs).view(time * lanes, vocabulary), wanted).item()
        return total

    return once


serve(
    f"PyTorch {torch.__version__}",
    {
        "article-1x512": article(1),
        "article-2x512": article(2),
        "fable": fable,
        "ptb-medium": ptb_medium(),
        "ptb-medium-bfloat16": ptb_medium(bfloat16=True),
        "characters": characters,
        "tell-2x512": telling(112, 512),
        "tell-2x650": telling(10_000, 650),
        "evaluation": evaluation,
    },
)
