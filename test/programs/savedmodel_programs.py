import tensorflow as tf


def predict(path, rows, layers, units):
    """Probabilities of a batch: of whole windows, symbol by symbol with the state carried on, and by a step behind a window."""
    model = tf.saved_model.load(path)
    names = [f"{part}_{layer}" for layer in range(layers) for part in "ch"]
    state = {name: tf.zeros((len(rows), units)) for name in names}
    steps = []
    for ids in zip(*rows):
        told = model.signatures["step"](ids=tf.constant(ids, tf.int32), **state)
        state = {name: told[name + "_next"] for name in names}
        steps.append(told["probabilities"].numpy().tolist())
    window = model.signatures["window"]
    told = window(ids=tf.constant(rows, tf.int32))
    whole, onward = told["probabilities"].numpy().tolist(), None
    if "h_0_next" in told:
        told = window(ids=tf.constant([ids[:-1] for ids in rows], tf.int32))
        state = {name: told[name + "_next"] for name in names}
        told = model.signatures["step"](ids=tf.constant([ids[-1] for ids in rows], tf.int32), **state)
        onward = told["probabilities"].numpy().tolist()
    return {"whole": whole, "steps": steps, "onward": onward}
