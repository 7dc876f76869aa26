import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { AesopError } from '../../electron/contract/errors.ts';
import { samplingSchema } from '../../electron/contract/story.ts';
import { loadNetwork } from '../../electron/engine/formats/load-network.ts';
import { verifyModel } from '../../electron/engine/formats/read-model.ts';
import { Storyteller } from '../../electron/engine/generation/storyteller.ts';
import { openWorkspace, type Workspace } from '../../electron/storage/workspace/workspace.ts';
import type { Context } from '../../electron/studio/context.ts';
import { Events } from '../../electron/studio/events.ts';
import { Grants } from '../../electron/studio/files/grants.ts';
import { modelVerbs } from '../../electron/studio/models/models.ts';
import { errors } from '../../electron/messages/en/errors/index.ts';
import { convert } from '../../electron/worker/models/foreign/convert.ts';
import type { JobInput } from '../../electron/contract/worker.ts';
import type { JobContext } from '../../electron/worker/job.ts';
import { unheard } from '../engine/formats/leaving.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';

/** What became of an import, and what it cost: bytes that were parsed, and files that were there when they were. */
export interface Outcome {
  /** nothing where the model was taken in */
  readonly code: string | undefined;
  readonly detail: string;
  /** UTF-16 units of all that JSON.parse was given */
  readonly parsed: number;
}

/** A studio's import with its worker's check in this process, over a workspace of its own. */
export async function importer() {
  const outside = temporaryFolder();
  const root = join(outside, 'workspace');
  const workspace: Workspace = await openWorkspace(root);
  await writeFile(join(outside, 'card.json'), 'not ours');
  const files = new Grants();
  const context = {
    workspace,
    events: new Events(),
    files,
    models: {
      run: async (kind: string, input: JobInput<'convert'> & JobInput<'verify'>) => ({
        type: 'done',
        result: await (kind === 'convert' ? convert(input, unheard() as JobContext) : verifyModel(input.model)),
      }),
    },
  };
  const verbs = modelVerbs(context as unknown as Context);

  /** Tells with what was taken in: that too either goes well or ends in the catalogue's words. */
  async function tellWith(id: string): Promise<void> {
    const loaded = await loadNetwork(workspace.models.path(id));
    const sampling = samplingSchema.parse({ length: 3, unknown: 'nearest' });
    const [first] = loaded.vocabulary.symbols;
    const { symbols } = await new Storyteller(loaded).tell(first, sampling);
    for (const { probability } of symbols) expect(probability).toBeGreaterThanOrEqual(0);
  }

  async function run(path: string): Promise<Outcome> {
    const parse = vi.spyOn(JSON, 'parse');
    let thrown: unknown;
    try {
      const card = await verbs['models.import']({ file: files.grant(path, 'offered.aesop') });
      await tellWith(card.id);
      await workspace.models.remove(card.id);
    } catch (error) {
      thrown = error;
    }
    const parsed = parse.mock.calls.reduce((sum, [text]) => sum + text.length, 0);
    parse.mockRestore();
    if (thrown !== undefined && !(thrown instanceof AesopError)) throw thrown;
    return { code: thrown?.code, detail: thrown?.detail ?? '', parsed };
  }

  return {
    /** Imports what lies at `path`, and fails where anything but a model or a sentence comes of it. */
    async import(path: string, name: string): Promise<Outcome> {
      const outcome = await run(path);
      if (outcome.code !== undefined) {
        expect(Object.keys(errors), name).toContain(outcome.code);
        expect(outcome.code, `${name}: ${outcome.detail}`).not.toBe('internal');
      }
      expect(await readdir(join(root, 'models')), name).toEqual(
        outcome.code === 'prediction-not-finite' ? [expect.any(String)] : [],
      );
      expect((await readdir(outside)).sort(), name).toEqual(['card.json', 'workspace']);
      return outcome;
    },
    /** A new folder that the test may fill, elsewhere. */
    async folder(): Promise<string> {
      const made = join(temporaryFolder(), 'offered');
      await mkdir(made);
      return made;
    },
  };
}
