import numpy
import onnx
import onnxruntime
from answer import serve


def check(path):
    onnx.checker.check_model(path, full_check=True)
    model = onnx.load(path)
    return {
        "opset": model.opset_import[0].version,
        "operators": sorted({node.op_type for node in model.graph.node}),
        "inputs": [each.name for each in model.graph.input],
    }


def predict(path, rows, units):
    """Probabilities of a batch read at once, and of its first row read one by one with the state carried on."""
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    names = [each.name for each in session.get_inputs()][1:]

    def start(batch):
        return {name: numpy.zeros((1, batch, units), numpy.float32) for name in names}

    whole = session.run(None, {"ids": numpy.array(rows, numpy.int64), **start(len(rows))})[0]
    steps, state = [], start(1)
    for id in rows[0] if names else []:
        probabilities, _, *after = session.run(None, {"ids": numpy.array([[id]], numpy.int64), **state})
        state = dict(zip(names, after))
        steps.append(probabilities[0, -1].tolist())
    return {"whole": whole.tolist(), "steps": steps}


serve({"check": check, "predict": predict})
