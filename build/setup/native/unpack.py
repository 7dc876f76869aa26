"""Unpacks the members of a wheel whose names start with one of the prefixes: unpack.py WHEEL FOLDER PREFIX..."""

import sys
import zipfile

wheel, folder, *prefixes = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    for name in archive.namelist():
        if name.startswith(tuple(prefixes)) and not name.endswith("/"):
            archive.extract(name, folder)
