import { describe, expect, test } from 'vitest';
import { hostNames } from '../../../build/addons/windows/index.mjs';
import { isData, neededPython } from '../../../build/addons/windows/python-stub.mjs';

describe('the stand-in for Python', () => {
  test('has what TensorFlow imports from Python, and nothing of others', () => {
    const imports = [
      { name: 'PyLong_AsLong', from: 'python311.dll' },
      { name: 'malloc', from: 'api-ms-win-crt-heap-l1-1-0.dll' },
      { name: 'PyBool_Type', from: 'python311.dll' },
    ];
    expect(neededPython(imports)).toEqual({ library: 'python311.dll', names: ['PyBool_Type', 'PyLong_AsLong'] });
  });

  test('is not made for a library that needs none, or two', () => {
    expect(() => neededPython([{ name: 'malloc', from: 'KERNEL32.dll' }])).toThrow('no Python');
    const two = ['python311.dll', 'python312.dll'].map((from) => ({ name: 'PyLong_AsLong', from }));
    expect(() => neededPython(two)).toThrow('python311.dll, python312.dll');
  });

  test.each([
    ['PyExc_TypeError', true],
    ['PyBaseObject_Type', true],
    ['_Py_NoneStruct', true],
    ['PyType_Ready', false],
    ['PyExceptionClass_Name', false],
    ['PyErr_Clear', false],
    ['_PyType_Lookup', false],
    ['PyModule_AddType', false],
  ])('knows whether %s is an object: %s', (name, object) => {
    expect(isData(name)).toBe(object);
  });
});

test('each function of the host has a place of its own', () => {
  expect(hostNames(['napi_a', 'napi_b'])).toBe('HOST(0, napi_a)\nHOST(1, napi_b)\n');
});
