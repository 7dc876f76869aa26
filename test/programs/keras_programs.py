import keras
import numpy
import tf_keras


def predict(path, rows, one_hot, number, old=False):
    """What the model predicts of a batch of ids, given as its first layer takes them."""
    model = (tf_keras if old else keras).models.load_model(path)
    ids = numpy.array(rows)
    given = numpy.eye(one_hot, dtype="float32")[ids] if one_hot else ids[..., None].astype("float32") if number else ids
    return {"whole": numpy.array(model(given)).tolist(), "layers": [type(each).__name__ for each in model.layers]}
