import tensorflow as tf
from answer import serve


def predict(path, rows, layers, units):
    """Probabilities of a batch: of whole windows, where they are known, and symbol by symbol with the state carried on."""
    model = tf.saved_model.load(path)
    names = [f"{part}_{layer}" for layer in range(layers) for part in "ch"]
    state = {name: tf.zeros((len(rows), units)) for name in names}
    steps = []
    for ids in zip(*rows):
        told = model.signatures["step"](ids=tf.constant(ids, tf.int32), **state)
        state = {name: told[name + "_next"] for name in names}
        steps.append(told["probabilities"].numpy().tolist())
    window = model.signatures.get("window")
    whole = window(ids=tf.constant(rows, tf.int32))["probabilities"].numpy().tolist() if window else None
    return {"whole": whole, "steps": steps}


serve({"predict": predict})
