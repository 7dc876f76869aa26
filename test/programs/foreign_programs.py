import base64
import os
import tempfile

import h5py
import keras
import numpy
import tf_keras
from answer import serve
from tf_keras.src.layers.rnn import gru_lstm_utils
from tf_keras.src.layers.rnn.cudnn_lstm import CuDNNLSTM

SIZE = 11

# Keras 2 traces each LSTM twice more, with its gradients, in case a GPU turns up: longer than all else here takes.
gru_lstm_utils.function_register = lambda *_, **__: None

# networks that were built, by Keras and name: each is written in several forms, and to build one takes longest
BUILT = {}
# how to come by what was written there, by its path
WRITTEN = {}
# what was told, by the network that told it and what it was asked
TOLD = {}


def sequential(K, *layers):
    return K.Sequential(list(layers))


def functional(K, given, *layers):
    value = given
    for layer in layers:
        value = layer(value)
    return K.Model(given, value)


def dense(K, **options):
    return K.layers.Dense(SIZE, **{"activation": "softmax", **options})


# networks as people make them, by what they are called; all read ids or one-hot of SIZE symbols
NETWORKS = {
    "window": lambda K: sequential(
        K, K.layers.Input((5,)), K.layers.Embedding(SIZE, 4), K.layers.LSTM(6), dense(K)
    ),
    "no input": lambda K: sequential(K, K.layers.Embedding(SIZE, 4), K.layers.LSTM(6), dense(K)),
    "dropouts": lambda K: sequential(
        K,
        K.layers.Input((5,)),
        K.layers.Embedding(SIZE, 4, name="words"),
        K.layers.SpatialDropout1D(0.2),
        K.layers.LSTM(6, return_sequences=True, dropout=0.2, recurrent_dropout=0.1),
        K.layers.Dropout(0.3),
        K.layers.LSTM(6, name="second", unit_forget_bias=False),
        K.layers.GaussianNoise(0.1),
        dense(K, activation=None),
        K.layers.Activation("softmax"),
    ),
    "every step": lambda K: sequential(
        K,
        K.layers.Input((None,)),
        K.layers.Embedding(SIZE, 4),
        K.layers.LSTM(6, return_sequences=True),
        K.layers.TimeDistributed(dense(K)),
    ),
    "logits": lambda K: sequential(
        K, K.layers.Input((None,)), K.layers.Embedding(SIZE, 4), K.layers.LSTM(6, return_sequences=True), dense(K, activation=None)
    ),
    "no biases": lambda K: sequential(
        K,
        K.layers.Input((5,)),
        K.layers.Embedding(SIZE, 4),
        K.layers.LSTM(6, use_bias=False),
        dense(K, use_bias=False, activation=None),
        K.layers.Softmax(),
    ),
    "one-hot": lambda K: sequential(
        K, K.layers.Input((5, SIZE)), K.layers.LSTM(6, return_sequences=True), K.layers.LSTM(6), dense(K)
    ),
    "numbers": lambda K: sequential(K, K.layers.Input((5, 1)), K.layers.LSTM(6), dense(K)),
    "functional": lambda K: functional(
        K,
        K.layers.Input((5,), name="given"),
        K.layers.Embedding(SIZE, 4),
        K.layers.LSTM(6, return_sequences=True),
        K.layers.Dropout(0.1),
        K.layers.LSTM(6),
        dense(K),
    ),
    "masked": lambda K: functional(
        K, K.layers.Input((5,)), K.layers.Embedding(SIZE, 4, mask_zero=True), K.layers.LSTM(6), dense(K)
    ),
    "unequal": lambda K: sequential(
        K,
        K.layers.Input((5,)),
        K.layers.Embedding(SIZE, 3),
        K.layers.LSTM(5, return_sequences=True),
        K.layers.LSTM(8, return_sequences=True),
        K.layers.LSTM(4),
        dense(K),
    ),
    "hard gates": lambda K: sequential(
        K,
        K.layers.Input((5,)),
        K.layers.Embedding(SIZE, 4),
        K.layers.LSTM(6, recurrent_activation="hard_sigmoid", return_sequences=True),
        K.layers.LSTM(5, recurrent_activation="hard_sigmoid"),
        dense(K),
    ),
    "stateful": lambda K: functional(
        K,
        K.layers.Input(batch_shape=(1, 5)),
        K.layers.Embedding(SIZE, 4),
        K.layers.LSTM(6, stateful=True),
        dense(K),
    ),
    "normalized": lambda K: sequential(
        K,
        K.layers.Input((5,)),
        K.layers.Embedding(SIZE, 4),
        K.layers.BatchNormalization(),
        K.layers.LSTM(6, return_sequences=True, recurrent_activation="hard_sigmoid"),
        K.layers.BatchNormalization(scale=False),
        K.layers.LSTM(5, recurrent_activation="hard_sigmoid"),
        K.layers.BatchNormalization(center=False, epsilon=0.01),
        dense(K, activation=None),
        K.layers.BatchNormalization(),
        K.layers.Activation("softmax"),
    ),
    "linear": lambda K: sequential(
        K,
        K.layers.Input((5,)),
        K.layers.Embedding(SIZE, 4),
        K.layers.TimeDistributed(K.layers.Dense(3)),
        K.layers.LSTM(6, return_sequences=True, use_bias=False),
        K.layers.Dense(7),
        K.layers.LSTM(6),
        K.layers.BatchNormalization(),
        K.layers.Dense(9, use_bias=False),
        K.layers.Dense(8),
        dense(K),
    ),
    "cells": lambda K: functional(
        K,
        K.layers.Input((5,)),
        K.layers.Embedding(SIZE, 4, trainable=False),
        K.layers.RNN(K.layers.LSTMCell(6, unit_forget_bias=False), return_sequences=True),
        K.layers.RNN(K.layers.LSTMCell(5)),
        dense(K),
    ),
    "stack": lambda K: sequential(
        K,
        K.layers.Input((5,)),
        K.layers.Embedding(SIZE, 4),
        K.layers.RNN([K.layers.LSTMCell(6), K.layers.LSTMCell(5, use_bias=False)], return_sequences=True),
        K.layers.RNN(K.layers.StackedRNNCells([K.layers.LSTMCell(4), K.layers.LSTMCell(4)])),
        dense(K),
    ),
    "tempered": lambda K: sequential(
        K,
        K.layers.Input((5,)),
        K.layers.Embedding(SIZE, 4),
        K.layers.Rescaling(0.5, 0.1),
        K.layers.LSTM(6),
        dense(K, activation=None),
        K.layers.Rescaling(1 / 0.7),
        K.layers.Activation("softmax"),
    ),
    "tempered numbers": lambda K: sequential(
        K, K.layers.Input((5, 1)), K.layers.Rescaling(0.1, -0.5), K.layers.LSTM(6), dense(K)
    ),
    "logarithms": lambda K: sequential(
        K, K.layers.Input((5,)), K.layers.Embedding(SIZE, 4), K.layers.LSTM(6), dense(K, activation="log_softmax")
    ),
    "states beside": lambda K: states_beside(K),
    "folded": lambda K: sequential(
        K,
        K.layers.Input((5,)),
        K.layers.Embedding(SIZE, 4, mask_zero=True),
        K.layers.BatchNormalization(),
        K.layers.RNN(K.layers.LSTMCell(6)),
        K.layers.Dense(7),
        K.layers.BatchNormalization(),
        dense(K),
    ),
    "one-hot masked": lambda K: sequential(
        K, K.layers.Input((5, SIZE)), K.layers.Masking(), K.layers.BatchNormalization(), K.layers.LSTM(6, implementation=1) if K is tf_keras else K.layers.LSTM(6, unroll=True), dense(K)
    ),
    "numbers in rows": lambda K: sequential(
        K, K.layers.Input((5,)), K.layers.Reshape((5, 1)), K.layers.Masking(), K.layers.LSTM(6, use_cudnn=False) if K is keras else K.layers.LSTM(6), dense(K)
    ),
    "every step, passed on": lambda K: sequential(
        K,
        K.layers.Input((None,)),
        K.layers.Embedding(SIZE, 4),
        K.layers.LSTM(6, return_sequences=True),
        K.layers.TimeDistributed(K.layers.Dropout(0.1)),
        K.layers.BatchNormalization(),
        K.layers.TimeDistributed(K.layers.Dense(8)),
        K.layers.TimeDistributed(dense(K, activation=None)),
        K.layers.Activation("softmax"),
    ),
    "cudnn": lambda K: sequential(
        K,
        K.layers.Input((5,)),
        K.layers.Embedding(SIZE, 4),
        CuDNNLSTM(6),
        dense(K),
    ),
    "gru": lambda K: sequential(
        K, K.layers.Input((5,)), K.layers.Embedding(SIZE, 4), K.layers.LSTM(6, return_sequences=True), K.layers.GRU(6), dense(K)
    ),
    "two ways": lambda K: sequential(
        K, K.layers.Input((5,)), K.layers.Embedding(SIZE, 4), K.layers.Bidirectional(K.layers.LSTM(6)), dense(K)
    ),
    "backwards": lambda K: sequential(
        K, K.layers.Input((5,)), K.layers.Embedding(SIZE, 4), K.layers.LSTM(6, go_backwards=True), dense(K)
    ),
    "relu": lambda K: sequential(
        K, K.layers.Input((5,)), K.layers.Embedding(SIZE, 4), K.layers.LSTM(6, activation="relu"), dense(K)
    ),
    "sigmoids": lambda K: sequential(
        K, K.layers.Input((5,)), K.layers.Embedding(SIZE, 4), K.layers.LSTM(6), dense(K, activation="sigmoid")
    ),
    "hidden": lambda K: sequential(
        K, K.layers.Input((5,)), K.layers.Embedding(SIZE, 4), K.layers.LSTM(6), K.layers.Dense(7, activation="relu"), dense(K)
    ),
    "branches": lambda K: branches(K),
}


def states_beside(K):
    given = K.layers.Input((None,), name="the words")
    told, *_ = K.layers.LSTM(6, return_sequences=True, return_state=True)(K.layers.Embedding(SIZE, 4)(given))
    return K.Model(given, dense(K)(told))


def branches(K):
    given = K.layers.Input((5,))
    words = K.layers.Embedding(SIZE, 4)(given)
    both = K.layers.Concatenate()([K.layers.LSTM(6)(words), K.layers.LSTM(6)(words)])
    return K.Model(given, dense(K)(both))


def fixed(value):
    """A text, or a list of texts, as bytes of a fixed length, as older programs wrote them."""
    return numpy.bytes_(value) if isinstance(value, str) else numpy.array([numpy.bytes_(each) for each in value])


def rewrite(path, dtype, options, libver, older):
    """The same file with its datasets packed, or of other numbers, or of another version of the format."""
    known = fixed if older else lambda value: value
    other = path + ".new"
    with h5py.File(path) as old, h5py.File(other, "w", libver=libver) as new:

        def copy(name, node):
            if isinstance(node, h5py.Dataset):
                packed = options if node.shape else {}
                made = new.create_dataset(name, data=node[()].astype(dtype or node.dtype), **packed)
            else:
                made = new.require_group(name)
            for key, value in node.attrs.items():
                made.attrs[key] = known(value)

        old.visititems(copy)
        for key, value in old.attrs.items():
            new.attrs[key] = known(value)
    os.replace(other, path)


def built(network, old):
    """A network with random weights."""
    K = tf_keras if old else keras
    keras.utils.set_random_seed(3)
    model = NETWORKS[network](K)
    if not model.built:
        model.build((None, 5))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    random = numpy.random.default_rng(5)
    drawn = [random.normal(0, 0.5, each.shape).astype("float32") for each in model.get_weights()]
    model.set_weights([abs(each) if "variance" in weight.name else each for each, weight in zip(drawn, model.weights)])
    return model


def write(network, old, path, dtype=None, options=None, libver="earliest", older=False, apart=None, shard=None):
    """Writes a model with random weights; tells them layer by layer."""
    K = tf_keras if old else keras
    if (network, old) not in BUILT:
        BUILT[network, old] = built(network, old)
    model = BUILT[network, old]
    if apart:
        model.save_weights(path, **({"max_shard_size": shard} if shard else {}))
        with open(apart, "w") as file:
            file.write(model.to_json())
    else:
        model.save(path)
    changed = dtype or options or older or libver != "earliest"
    if changed:
        rewrite(path, dtype, options or {}, libver, older)
    # what was changed since is as the file says
    WRITTEN[path] = (lambda: K.models.load_model(path)) if changed else (lambda: model)
    return [
        [base64.b64encode(numpy.asarray(each, dtype="float32").tobytes()).decode() for each in layer.get_weights()]
        for layer in model.layers
        if any(word in type(layer).__name__ for word in ("Embedding", "LSTM", "Dense", "TimeDistributed"))
    ]


def predict(path, rows, kind, logits=False):
    """What the model that was written there predicts of a batch of ids."""
    model = WRITTEN[path]()
    asked = (model, str(rows), kind, logits)
    if asked not in TOLD:
        TOLD[asked] = predicted(model, rows, kind, logits)
    return TOLD[asked]


def predicted(model, rows, kind, logits):
    ids = numpy.array(rows)
    given = {"ids": ids, "one-hot": numpy.eye(SIZE, dtype="float32")[ids], "numbers": ids[..., None].astype("float32"), "rows": ids.astype("float32")}
    told = numpy.array(model(given[kind]))
    if logits:
        told = numpy.array(keras.ops.softmax(told))
    return (told if told.ndim == 2 else told[:, -1]).tolist()


def windowed(symbols, one_hot):
    """A network as most tutorials make it, over ten symbols as numbers or one-hot."""
    K = keras
    given = K.layers.Input((10, symbols if one_hot else 1))
    return sequential(K, given, K.layers.LSTM(64), K.layers.Dense(symbols, activation="softmax"))


def fitted(shown, windows, following, symbols, one_hot):
    """The weights of such a network when it has learnt which symbol follows each window."""
    keras.utils.set_random_seed(3)
    model = windowed(symbols, one_hot)
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy")
    model.fit(shown(windows), following, epochs=12, batch_size=64, verbose=0)
    return model.get_weights()


# what was learnt, by whether it was shown one-hot: numbers of another scale are the same ones to other weights
LEARNT = {}


def learn(path, text, scale):
    """Learns a file's characters as most tutorials do: in lower case, sorted, their numbers scaled or one-hot."""
    with open(text, encoding="utf-8") as file:
        raw = file.read().lower()
    symbols = sorted(set(raw))
    size = len(symbols)
    ids = numpy.array([symbols.index(each) for each in raw])
    windows = numpy.array([ids[at : at + 10] for at in range(len(ids) - 10)])
    one_hot = scale == "one-hot"
    numbered = {
        "divided": (0, size),
        "minmax": (0, size - 1),
        "plain": (0, 1),
        "symmetric": ((size - 1) / 2, (size - 1) / 2),
        "standard": (ids.mean(), ids.std()),
    }

    def shown(rows, scale):
        if scale == "one-hot":
            return numpy.eye(size)[rows]
        mean, divisor = numbered[scale]
        return (rows[..., None] - mean) / divisor

    first = "one-hot" if one_hot else "divided"
    if one_hot not in LEARNT:
        LEARNT[one_hot] = fitted(lambda rows: shown(rows, first), windows, ids[10:], size, one_hot)
    kernel, recurrent, bias, *output = LEARNT[one_hot]
    if not one_hot:
        mean, divisor = numbered[scale]
        bias = bias + kernel[0] * mean / size
        kernel = kernel * divisor / size
    model = windowed(size, one_hot)
    model.set_weights([kernel, recurrent, bias, *output])
    model.save(path)
    told = numpy.array(model(shown(windows[:20], scale).astype("float32"))).tolist()
    return {"symbols": symbols, "rows": windows[:20].tolist(), "told": told}


def cudnn(path, rows):
    """What Keras makes of a cuDNN file by itself: its weights put into a network without cuDNN, which any machine runs."""
    K = tf_keras
    plain = sequential(K, K.layers.Input((5,)), K.layers.Embedding(SIZE, 4), K.layers.LSTM(6), dense(K))
    plain.load_weights(path)
    return numpy.array(plain(numpy.array(rows))).tolist()


def bomb(path):
    """Puts zeros in the place of a weight, which pack to a thousandth."""
    with h5py.File(path, "r+") as file:
        name = next(name for name in names_of(file) if name.rsplit("/", 1)[1].startswith("embeddings"))
        del file[name]
        file.create_dataset(name, data=numpy.zeros((2048, 4096), "float32"), compression="gzip")
    return os.path.getsize(path)


def linked(path, kind):
    """Puts a link in the place of a weight, to where it lies now in this file or in another."""
    with h5py.File(path, "r+") as file:
        name = next(name for name in names_of(file) if name.rsplit("/", 1)[1].startswith("embeddings"))
        file.move(name, "elsewhere")
        if kind == "soft":
            file[name] = h5py.SoftLink("/elsewhere")
        elif kind == "external":
            beyond = os.path.join(tempfile.mkdtemp(), "other.h5")
            with h5py.File(beyond, "w") as other:
                other["elsewhere"] = file["elsewhere"][()]
            file[name] = h5py.ExternalLink(beyond, "/elsewhere")
        elif kind == "virtual":
            layout = h5py.VirtualLayout(shape=file["elsewhere"].shape, dtype="f4")
            layout[:] = h5py.VirtualSource(path, "elsewhere", shape=file["elsewhere"].shape)
            file.create_virtual_dataset(name, layout)
        else:
            shape = file["elsewhere"].shape
            file.create_dataset(name, shape, "f4", external=[(path + ".raw", 0, h5py.h5f.UNLIMITED)])


def names_of(file):
    found = []
    file["model_weights"].visititems(lambda name, node: found.append(f"model_weights/{name}"))
    return found


serve({"bomb": bomb, "linked": linked, "write": write, "learn": learn, "predict": predict, "cudnn": cudnn})
