import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const WORKFLOWS = join(ROOT, '.github', 'workflows');
const read = (...path: string[]) => readFileSync(join(...path), 'utf8');
const { scripts } = JSON.parse(read(ROOT, 'package.json')) as { scripts: Record<string, string> };
/** npm's own commands and ours. */
const NPM = /\bnpm (?:run (?:--\S+ )*)?([\w-]+)/g;
const NPMS_OWN = ['install', 'sbom'];

function isProgram(path: string): boolean {
  try {
    accessSync(join(ROOT, path), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What a script of .ci/ or a line of a workflow calls by npm that is not there. */
const unknownScripts = (text: string) =>
  [...text.matchAll(NPM)].map(([, name]) => name).filter((name) => !(name in scripts) && !NPMS_OWN.includes(name));

/** What is wrong with the steps of a workflow: each is one line that calls a script of ours, or a pinned action. */
function faults(workflow: string): string[] {
  const steps = [...workflow.matchAll(/^\s*(?:- )?(run|uses): (.+)$/gm)];
  return steps.flatMap(([, kind, step]) => {
    if (kind === 'uses') return /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(step) ? [] : [step];
    const ours = /^npm (?:run [\w-]+|test)(?: -- [\w\s-]+)?$/.test(step)
      ? unknownScripts(step).length === 0
      : /^\.ci\/[\w-]+( |$)/.test(step) && isProgram(step.split(' ')[0]);
    return ours ? [] : [step];
  });
}

describe.each(readdirSync(WORKFLOWS))('%s', (name) => {
  const workflow = read(WORKFLOWS, name);

  test('calls what is there, and actions of one commit', () => {
    expect(faults(workflow)).toEqual([]);
    expect(workflow.match(/\brun: /g)!.length).toBeGreaterThan(2);
  });

  test('may read alone, but for the job that drafts, and never runs for strangers with our secrets', () => {
    expect(workflow).toMatch(/^permissions:\n {2}contents: read\n\n/m);
    expect(workflow).not.toContain('pull_request_target');
    expect((workflow.match(/: write$/gm) ?? []).length).toBe(name === 'release.yml' ? 1 : 0);
    if (workflow.includes('secrets.')) expect(workflow).not.toContain('pull_request');
  });
});

test.each(readdirSync(join(ROOT, '.ci')))('.ci/%s calls what is there', (name) => {
  expect(unknownScripts(read(ROOT, '.ci', name))).toEqual([]);
});

test.each([
  '      - run: npm run tests',
  '      - run: .ci/none',
  '      - run: npm run story; curl example',
  '      - run: |',
  '      - uses: actions/checkout@v4',
])('the step %j is a fault', (step) => {
  expect(faults(step)).toHaveLength(1);
});
