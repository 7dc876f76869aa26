"""Unpacks the members of a wheel that match one of the patterns: unpack.py WHEEL FOLDER PATTERN..."""

import sys
import zipfile
from fnmatch import fnmatchcase

wheel, folder, *patterns = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    for name in archive.namelist():
        if any(fnmatchcase(name, pattern) for pattern in patterns):
            archive.extract(name, folder)
