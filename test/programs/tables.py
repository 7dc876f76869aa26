from answer import serve


def vocabulary(path):
    with open(path, encoding="utf-8", newline="") as file:
        title, *lines = file.read().split("\n")[:-1]
    signs = {"\\\\": "\\", "\\t": "\t", "\\n": "\n", "\\r": "\r"}
    import re

    def plain(symbol):
        return re.sub(r"\\[\\tnr]", lambda found: signs[found[0]], symbol)

    cells = [line.split("\t") for line in lines]
    return {"title": title, "rows": [[plain(symbol), int(id), int(count)] for symbol, id, count in cells]}


def vectors(path, word, limit):
    from gensim.models import KeyedVectors

    known = KeyedVectors.load_word2vec_format(path)
    return {
        "words": known.index_to_key,
        "width": known.vector_size,
        "first": known[known.index_to_key[0]].tolist(),
        "nearest": [[name, float(near)] for name, near in known.most_similar(word, topn=limit)],
    }


def metrics(path):
    import pandas

    table = pandas.read_csv(path, float_precision="round_trip")
    return {
        "columns": list(table.columns),
        "types": [str(kind) for kind in table.dtypes],
        "step": table["step"].tolist(),
        "loss": table["loss"].tolist(),
        "measured": int(table["validation_loss"].count()),
    }


serve({"vocabulary": vocabulary, "vectors": vectors, "metrics": metrics})
