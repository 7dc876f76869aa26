import { expect, test } from 'vitest';
import { asProposed } from './prepared.ts';
import { novel } from './texts.ts';

const PYTHON = `"""Counts lamps. The sorter is a graph of nodes, and each of them :class:\`Node\`
knows how many of the others must come before it, see :func:\`static\`."""

from types import GenericAlias

__all__ = ["LampSorter", "LampError"]

_NOTHING = object()


class Node:
    """One lamp [1]_, *lit* or not.

    ::

        >>> Node(1)
    """

    __slots__ = ("lamp", "before")

    def __init__(self, lamp):
        self.lamp = lamp


class LampError(ValueError):
    """Raised by :meth:\`sort\` where the lamps stand in a ring, which they never do in the
    harbour, but which somebody may write down by mistake."""

    pass
`;
const HEADER = `/* Copyright (C) 2008-2022 Somebody, Inc.

   This file is part of Lamps. It is free software; you can redistribute it and/or modify
   it under the terms of the General Public License as published by the Free Software
   Foundation; either version 3, or (at your option) any later version. It is distributed in
   the hope that it will be useful, but without any warranty; without even the implied
   warranty of merchantability or fitness for a particular purpose. See the License for
   more details, which you should have received along with it; if not, ask for it, and they
   will send it to you by the next ferry, whenever that may be. */

#ifndef _LAMPS_H_INCLUDED
#define _LAMPS_H_INCLUDED
#include "_quay_.h"
#endif /* _LAMPS_H_INCLUDED */
`;
const TCL = `namespace eval ::icons {
    image create photo ::icons::lamp -data {
${Array.from({ length: 40 }, (_, at) => `\tiVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAYAAABzenr0AAAABHNCSVQICAgIfAhki${at}`).join('\n')}
    }
}
# More of them, by name.
proc ::icons::of {name} {
    return ::icons::$name
}
`;

test.each(Object.entries({ PYTHON, HEADER, TCL }))(
  'a program (%s) is left as it is, its comments too',
  async (_, text) => {
    expect((await asProposed(text)).text).toBe(text);
  },
);

test('a novel in which a program stands is none', async () => {
  const { wrapped, written } = novel(66, 5, 'blank');
  const program = '#include <lamps.h>\n\nint main(void) {\n  return 0;\n}\n\n';
  expect((await asProposed(wrapped + program + wrapped)).text).toBe(written + program + written);
});
