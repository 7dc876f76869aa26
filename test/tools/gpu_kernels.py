"""Writes which kernels TensorFlow registers for a GPU, of the ops that electron/engine/kernels/tensorflow names.

python3 test/tools/gpu_kernels.py WHEEL: the wheel of TensorFlow with CUDA (PyPI, `tensorflow`, Linux). Its libraries load without
a card, and their registry is asked by the C API. Writes test/engine/kernels/gpu-kernels.json; run `npm run format` then.
"""

import ctypes
import hashlib
import json
import os
import re
import sys
import tempfile
import zipfile

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
SOURCES = os.path.join(ROOT, "electron", "engine", "kernels", "tensorflow")
TABLE = os.path.join(ROOT, "test", "engine", "kernels", "gpu-kernels.json")
LIBRARIES = ["libtensorflow_framework.so.2", "libtensorflow_cc.so.2"]
# float, int32, int64, bool, resource: no others are computed with
TYPES = {1, 3, 9, 10, 20}


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def fields(data):
    """Numbers and values of a message of protocol buffers."""
    at = 0
    while at < len(data):
        key, at = varint(data, at)
        kind = key & 7
        if kind == 0:
            value, at = varint(data, at)
        else:
            size, at = varint(data, at) if kind == 2 else ({1: 8, 5: 4}[kind], at)
            value, at = data[at : at + size], at + size
        yield key >> 3, value


def all_of(data, number):
    return [value for field, value in fields(data) if field == number]


def text(data, number):
    return next((value.decode() for value in all_of(data, number)), "")


def types_of(constraint):
    """The types that a constraint of a kernel allows (kernel_def.proto, attr_value.proto)."""
    for attr in all_of(constraint, 2):
        for listed in all_of(attr, 1):
            for value in all_of(listed, 6):
                if isinstance(value, int):
                    yield value
                    continue
                at = 0
                while at < len(value):
                    number, at = varint(value, at)
                    yield number


def arguments(op, number):
    """Names of an op's inputs or outputs, with the attribute that says how often one comes (op_def.proto)."""
    return [[text(arg, 1), text(arg, 5)] if text(arg, 5) else [text(arg, 1)] for arg in all_of(op, number)]


class Buffer(ctypes.Structure):
    _fields_ = [("data", ctypes.c_void_p), ("length", ctypes.c_size_t), ("free", ctypes.c_void_p)]


def registry(folder):
    """The serialised lists of all kernels and all ops."""
    library = [ctypes.CDLL(os.path.join(folder, name), ctypes.RTLD_GLOBAL) for name in LIBRARIES][-1]
    library.TF_NewStatus.restype = ctypes.c_void_p
    library.TF_GetAllRegisteredKernels.argtypes = [ctypes.c_void_p]
    for name in ["TF_GetAllRegisteredKernels", "TF_GetAllOpList"]:
        getattr(library, name).restype = ctypes.POINTER(Buffer)
    read = lambda buffer: ctypes.string_at(buffer.contents.data, buffer.contents.length)
    return read(library.TF_GetAllRegisteredKernels(library.TF_NewStatus())), read(library.TF_GetAllOpList())


def named():
    """Whatever may be the name of an op in our sources."""
    names = set()
    for folder, _, files in os.walk(SOURCES):
        for file in files:
            with open(os.path.join(folder, file), encoding="utf8") as source:
                names |= set(re.findall(r"'([A-Z]\w+)'", source.read()))
    return names


def main(wheel):
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(wheel) as archive:
        for name in LIBRARIES:
            with archive.open(f"tensorflow/{name}") as source, open(os.path.join(folder, name), "wb") as target:
                while block := source.read(1 << 24):
                    target.write(block)
        kernels, ops = registry(folder)
    wanted = named()
    table = {}
    for op in all_of(ops, 1):
        if text(op, 1) in wanted:
            table[text(op, 1)] = {"inputs": arguments(op, 2), "outputs": arguments(op, 3), "kernels": []}
    for kernel in all_of(kernels, 1):
        name, device = text(kernel, 1), text(kernel, 2)
        if name not in table or device not in ("GPU", "DEFAULT") or text(kernel, 5):
            continue
        allowed = {text(each, 1): set(types_of(each)) for each in all_of(kernel, 3)}
        types = {attribute: sorted(TYPES & each) for attribute, each in allowed.items() if each}
        if all(types.values()):
            host = [each.decode() for each in all_of(kernel, 4)]
            table[name]["kernels"].append({"device": device, "types": types, "host": host})
    for entry in table.values():
        entry["kernels"].sort(key=lambda each: json.dumps(each, sort_keys=True))
    digest = hashlib.sha256()
    with open(wheel, "rb") as file:
        while block := file.read(1 << 24):
            digest.update(block)
    written = {"wheel": os.path.basename(wheel), "sha256": digest.hexdigest(), "ops": dict(sorted(table.items()))}
    with open(TABLE, "w", encoding="utf8") as file:
        json.dump(written, file, indent=1)
        file.write("\n")
    print(f"{len(table)} ops")


main(sys.argv[1])
