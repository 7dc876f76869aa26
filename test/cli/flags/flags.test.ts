import { describe, expect, test } from 'vitest';
import { verbFirst } from '../../../electron/cli/common-options.ts';
import { writeOutBooleans } from '../../../electron/cli/flags/flag.ts';
import { hyperparameterFlags } from '../../../electron/cli/flags/hyperparameter-flags.ts';
import { nearestNames } from '../../../electron/cli/flags/nearest.ts';
import { givenSampling, samplingFlags } from '../../../electron/cli/flags/sampling-flags.ts';
import { hyperparameterNames } from '../../../electron/contract/hyperparameters.ts';
import { loadTerminal } from '../../../electron/messages/terminal.ts';
import { samplingSchema } from '../../../electron/contract/story.ts';

const english = await loadTerminal('en');

test('every hyperparameter is a flag in kebab-case', () => {
  expect(hyperparameterFlags).toHaveLength(hyperparameterNames.length);
  const names = hyperparameterFlags.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['learning-rate', 'checkpoint-every', 'tie-weights', 'seed']));
  for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test('the help of a hyperparameter states range, unit and default', () => {
  const window = hyperparameterFlags.find(({ name }) => name === 'window-length');
  expect(english.say(window!.help)).toContain('(1 to 256 symbols; default 3)');
});

describe('sampling flags come from the schema', () => {
  const flag = (name: string) => samplingFlags.find((each) => each.name === name)!;
  test('one for each field', () => {
    expect(samplingFlags).toHaveLength(Object.keys(samplingSchema.shape).length);
    expect(english.say(flag('temperature').help)).toContain('(0 to 5; default 0.8)');
    expect(english.say(flag('unknown').help)).toContain('one of keep, nearest, refuse, ask; default keep');
  });
  test('values are read as the schema wants them', () => {
    expect(flag('top-k').parse('40')).toBe(40);
    expect(flag('greedy').parse('true')).toBe(true);
    expect(flag('unknown').parse('nearest')).toBe('nearest');
  });
  test.each([
    ['top-k', '4.5', 'setting-kind'],
    ['top-k', '-1', 'setting-range'],
    ['temperature', 'hot', 'setting-kind'],
    ['temperature', '', 'setting-kind'],
    ['temperature', '9', 'setting-range'],
    ['temperature', '-0.1', 'setting-range'],
    ['greedy', 'yes', 'setting-kind'],
    ['unknown', 'skip', 'setting-range'],
  ])('--%s %s is refused as %s', (name, raw, code) => {
    expect(() => flag(name).parse(raw)).toThrow(expect.objectContaining({ code }));
  });
  test('what is not given is at its default', () => {
    expect(givenSampling({ topK: 40, json: true })).toEqual({ ...samplingSchema.parse({}), topK: 40 });
    // what is asked for is known later
    expect(givenSampling({ unknown: 'ask', standIn: { Elowen: 'Mouse' } })).toEqual({
      ...samplingSchema.parse({}),
      standIns: { Elowen: 'Mouse' },
    });
    const standIn = samplingFlags.find(({ name }) => name === 'stand-in')!;
    expect(standIn.parse('quay=pier', standIn.parse('Elowen = Mouse,Ada=cat'))).toEqual({
      Elowen: 'Mouse',
      Ada: 'cat',
      quay: 'pier',
    });
    for (const unfit of ['Elowen', 'Elowen=', '=Mouse', 'a=b=c', ''])
      expect(() => standIn.parse(unfit)).toThrow(expect.objectContaining({ code: 'setting-range' }));
  });
});

test('booleans are written out, and a text behind one stays an argument', () => {
  const written = (...argv: string[]) => writeOutBooleans(argv, ['lowercase']);
  expect(written('train', '--lowercase', 'a.txt')).toEqual(['train', '--lowercase=true', 'a.txt']);
  expect(written('train', '--no-lowercase', 'a.txt')).toEqual(['train', '--lowercase=false', 'a.txt']);
  expect(written('--lowercase', 'false', '--', '--lowercase')).toEqual(['--lowercase=false', '--', '--lowercase']);
});

test('what stands behind a flag that takes a value is its value, whatever it looks like', () => {
  const written = (...argv: string[]) => writeOutBooleans(argv, ['greedy'], ['prompt']);
  expect(written('--prompt', '--greedy', '--greedy')).toEqual(['--prompt', '--greedy', '--greedy=true']);
  expect(written('--prompt', '', '--greedy')).toEqual(['--prompt', '', '--greedy=true']);
  expect(written('--prompt', '--', '--greedy')).toEqual(['--prompt', '--', '--greedy=true']);
  expect(written('--prompt=', '--greedy')).toEqual(['--prompt=', '--greedy=true']);
  expect(written('--greedy', '--prompt')).toEqual(['--greedy=true', '--prompt']);
});

test('flags of every verb may stand before the verb', () => {
  expect(verbFirst(['--json', '--workspace', 'w', 'models'])).toEqual(['models', '--json', '--workspace', 'w']);
  expect(verbFirst(['--language', 'zh', 'models'])).toEqual(['models', '--language', 'zh']);
  expect(verbFirst(['--language=zh', 'models'])).toEqual(['models', '--language=zh']);
  expect(verbFirst(['models', '--json'])).toEqual(['models', '--json']);
  expect(verbFirst(['--help'])).toEqual(['--help']);
});

test('the nearest names are those a slip away', () => {
  const known = ['--learning-rate', '--layers', '--lowercase'];
  expect(nearestNames('--lerning-rate', known, 1)).toEqual(['--learning-rate']);
  expect(nearestNames('--layer', known, 1)).toEqual(['--layers']);
  expect(nearestNames('--leyars', known, 1)).toEqual(['--layers']);
  expect(nearestNames('--zzz', known, 1)).toEqual([]);
  // a flag of another verb is no slip: the dashes are no likeness
  expect(nearestNames('--lowercase', ['--verbose', '--encoding'], 1)).toEqual([]);
});
