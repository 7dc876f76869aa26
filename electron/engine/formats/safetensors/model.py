"""Loads the model beside it and tells on: python model.py "a beginning" 30"""

import json
import re
import sys
import unicodedata
from pathlib import Path

import torch
from safetensors.torch import load_file

HERE = Path(__file__).parent
CONFIG = json.loads((HERE / "config.json").read_text("utf-8"))
VOCABULARY = json.loads((HERE / "vocabulary.json").read_text("utf-8"))
SYMBOLS, IDS = VOCABULARY["symbols"], {symbol: id for id, symbol in enumerate(VOCABULARY["symbols"])}


class LanguageModel(torch.nn.Module):
    def __init__(self):
        super().__init__()
        size, units = CONFIG["vocabularySize"], CONFIG["units"]
        width = {"embedding": CONFIG["embeddingSize"], "one-hot": size, "ordinal": 1}[CONFIG["input"]]
        if CONFIG["input"] == "embedding":
            self.embedding = torch.nn.Embedding(size, width)
        self.lstm = torch.nn.LSTM(width, units, CONFIG["layers"], batch_first=True)
        self.output = torch.nn.Linear(units, size)
        weights = load_file(HERE / "model.safetensors")
        if CONFIG["tieWeights"]:
            weights["output.weight"] = weights["embedding.weight"]
        self.load_state_dict(weights)
        self.eval()

    def forward(self, ids, state=None):
        """ids [batch, time] -> logits of the next symbol [batch, time, symbols], and the state to go on with"""
        if CONFIG["input"] == "embedding":
            seen = self.embedding(ids)
        elif CONFIG["input"] == "one-hot":
            seen = torch.nn.functional.one_hot(ids, CONFIG["vocabularySize"]).float()
        else:
            seen = ids[..., None].float()
        hidden, state = self.lstm(seen, state)
        return self.output(hidden), state


def cut(text):
    """Symbols of a short text; the README has the whole rule."""
    text = text.lower() if VOCABULARY["lowercase"] else text
    if VOCABULARY["tokenizer"] == "whitespace":
        return text.split()
    if VOCABULARY["tokenizer"] == "words" and VOCABULARY["cut"] > 1:
        return re.findall(r"\n|[\w'’]+|[^\w\s]", text)
    longest = max(map(len, SYMBOLS))
    symbols, at = [], 0
    while at < len(text):
        end = next((end for end in range(at + longest, at + 1, -1) if text[at:end] in IDS), at + 1)
        symbols.append(text[at:end])
        at = end
    return symbols


def asks(symbol):
    """Whether a symbol of `words` asks for a space before and behind it."""
    spaced, sign = symbol != symbol.lstrip(" ") and symbol[1:2] not in ("", " "), symbol.lstrip(" ")[:1]
    kind = unicodedata.category(sign) if sign else "Zs"
    if kind[0] in "ZC" or "\u2e80" <= sign <= "\ud7ff" or sign >= "\uf900":
        return False, False
    if kind[0] in "LMN":
        return True, True
    if kind in ("Pi", "Pf") or sign in "\"'*`´":
        return spaced, not spaced
    if kind in ("Ps", "Sc") or sign in "¿¡#@":
        return True, False
    return spaced, spaced or kind == "Pe" or sign in ".,;:!?…‥%‰°"


def written(symbols):
    if VOCABULARY["tokenizer"] != "words" or VOCABULARY["cut"] == 1:
        return (" " if VOCABULARY["tokenizer"] == "whitespace" else "").join(symbols)
    text, before = "", False
    for symbol in symbols:
        plain = symbol[1:] if symbol[:1] == " " and symbol[1:2] not in ("", " ") else symbol
        text += (" " if before and asks(symbol)[0] else "") + plain
        before = asks(symbol)[1]
    return text


@torch.no_grad()
def tell(prompt, count=30):
    """The likeliest symbol, again and again."""
    model, unknown = LanguageModel(), VOCABULARY.get("unknownId", 0)
    given = cut(prompt)
    ids = [IDS.get(symbol, unknown) for symbol in given]
    unread, state = ids[:], None
    for _ in range(count):
        if CONFIG["context"] == "window":
            logits, _ = model(torch.tensor([ids[-CONFIG["windowLength"] :]]))
        else:
            logits, state = model(torch.tensor([unread]), state)
        logits[..., VOCABULARY.get("unknownId", len(SYMBOLS)) :] = -torch.inf
        unread = [int(logits[0, -1].argmax())]
        ids += unread
    return written(given + [SYMBOLS[id] for id in ids[len(given) :]])


if __name__ == "__main__":
    print(tell(sys.argv[1] if len(sys.argv) > 1 else CONFIG["prompt"], int(sys.argv[2]) if len(sys.argv) > 2 else 30))
