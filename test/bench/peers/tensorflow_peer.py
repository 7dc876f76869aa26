"""The bench's subjects in TensorFlow, each step one compiled graph (tf.function), the LSTM written out as the article's."""

import os

from serve import missing, serve

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
try:
    import tensorflow as tf
except ImportError:
    missing("TensorFlow is missing: pip install tensorflow-cpu==2.21.0")

tf.random.set_seed(1)
V1 = tf.compat.v1


class Language:
    def __init__(self, vocabulary, width, layers, units, embedded):
        uniform = lambda *shape: tf.Variable(tf.random.uniform(shape, -0.05, 0.05))
        self.embedding = uniform(vocabulary, width) if embedded else None
        widths = [width] + [units] * (layers - 1)
        self.cells = [(uniform(each + units, 4 * units), tf.Variable(tf.zeros(4 * units))) for each in widths]
        self.output = uniform(units, vocabulary), tf.Variable(tf.zeros(vocabulary))
        self.units = units

    @property
    def weights(self):
        own = [self.embedding] if self.embedding is not None else []
        return own + [each for cell in self.cells for each in cell] + list(self.output)

    def zeros(self, lanes):
        return [(tf.zeros([lanes, self.units]), tf.zeros([lanes, self.units])) for _ in self.cells]

    def __call__(self, ids, state):
        x = tf.gather(self.embedding, ids) if self.embedding is not None else tf.cast(ids, tf.float32)[..., None]
        steps, last = tf.unstack(x), []
        for (weights, bias), (c, h) in zip(self.cells, state):
            outputs = []
            for step in steps:
                i, j, f, o = tf.split(tf.matmul(tf.concat([step, h], 1), weights) + bias, 4, 1)
                c = c * tf.sigmoid(f + 1.0) + tf.sigmoid(i) * tf.tanh(j)
                h = tf.tanh(c) * tf.sigmoid(o)
                outputs.append(h)
            steps = outputs
            last.append((c, h))
        return steps, last

    def logits(self, hidden):
        return tf.matmul(hidden, self.output[0]) + self.output[1]


def trainer(model, optimizer, lanes, time, vocabulary, every, clip=0):
    ids = tf.random.uniform([time, lanes], 0, vocabulary, tf.int32)
    targets = tf.random.uniform([time * lanes if every else lanes], 0, vocabulary, tf.int32)

    @tf.function
    def step(state):
        with tf.GradientTape() as tape:
            steps, last = model(ids, state)
            hidden = tf.concat(steps, 0) if every else steps[-1]
            losses = tf.nn.sparse_softmax_cross_entropy_with_logits(targets, model.logits(hidden))
            loss = tf.reduce_mean(losses)
        gradients = tape.gradient(loss, model.weights)
        if clip:
            gradients, _ = tf.clip_by_global_norm(gradients, clip)
        optimizer.apply_gradients(zip(gradients, model.weights))
        return loss, last

    now = {"state": model.zeros(lanes)}

    def once():
        loss, last = step(now["state"])
        if every:
            now["state"] = last
        return float(loss)

    return once


def article(layers):
    def prepare():
        model = Language(112, 1, layers, 512, embedded=False)
        return trainer(model, V1.train.RMSPropOptimizer(0.001), 1, 3, 112, every=False)

    return prepare


def fable():
    model = Language(112, 128, 1, 256, embedded=True)
    return trainer(model, V1.train.AdamOptimizer(0.001), 32, 3, 112, every=False, clip=5.0)


def ptb_medium():
    model = Language(10_000, 650, 2, 650, embedded=True)
    return trainer(model, V1.train.GradientDescentOptimizer(0.001), 20, 35, 10_000, every=True, clip=5.0)


def characters():
    model = Language(80, 64, 2, 512, embedded=True)
    return trainer(model, V1.train.AdamOptimizer(0.001), 50, 100, 80, every=True, clip=5.0)


def telling(vocabulary, units):
    def prepare():
        model = Language(vocabulary, units, 2, units, embedded=True)

        @tf.function
        def step(symbol, state):
            steps, last = model(symbol, state)
            return tf.argmax(model.logits(steps[0]), 1, tf.int32), last

        now = {"symbol": tf.zeros([1, 1], tf.int32), "state": model.zeros(1)}

        def once():
            symbol, now["state"] = step(now["symbol"], now["state"])
            now["symbol"] = symbol[None]
            return int(symbol[0])

        return once

    return prepare


def evaluation():
    vocabulary, time, lanes = 13_776, 35, 10
    model = Language(vocabulary, 200, 2, 200, embedded=True)
    ids = tf.random.uniform([60, time, lanes], 0, vocabulary, tf.int32)
    targets = tf.random.uniform([60, time * lanes], 0, vocabulary, tf.int32)

    @tf.function
    def measure(inputs, wanted, state):
        steps, last = model(inputs, state)
        losses = tf.nn.sparse_softmax_cross_entropy_with_logits(wanted, model.logits(tf.concat(steps, 0)))
        return tf.reduce_mean(losses), last

    def once():
        state, total = model.zeros(lanes), 0.0
        for inputs, wanted in zip(ids, targets):
            loss, state = measure(inputs, wanted, state)
            total += float(loss)
        return total

    return once


serve(
    f"TensorFlow {tf.__version__}",
    {
        "article-1x512": article(1),
        "article-2x512": article(2),
        "fable": fable,
        "ptb-medium": ptb_medium,
        "characters": characters,
        "tell-2x512": telling(112, 512),
        "tell-2x650": telling(10_000, 650),
        "evaluation": evaluation,
    },
)
