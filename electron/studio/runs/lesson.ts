import { AesopError } from '../../contract/errors.ts';
import { MOST_PINS, NO_LESSON, type Lesson } from '../../contract/lesson.ts';
import type { Run } from '../../contract/run.ts';
import type { RequestName } from '../../contract/studio.ts';
import { lastingHolder } from '../../storage/processes/locks.ts';
import type { Context } from '../context.ts';
import { resultOf } from '../jobs/jobs.ts';
import type { Verbs } from '../verbs.ts';
import type { RunQueue } from './run-queue.ts';
import type { RunRecords } from './run-records.ts';

const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ');

type LessonVerb = Extract<
  RequestName,
  'runs.pace' | 'runs.next' | 'runs.pin' | 'runs.unpin' | 'runs.dictionary' | 'runs.trace'
>;

/** How a class follows a run: its pace, the contexts that are pinned in it, and a look into its network. */
export function lessonVerbs(
  { workspace, models }: Context,
  records: RunRecords,
  queue: RunQueue,
): Pick<Verbs<'runs.'>, LessonVerb> {
  /** Another process that trains it would not hear of it, and write it over. @throws AesopError `run-locked` */
  async function requireOwn(id: string): Promise<void> {
    if (queue.training(id)) return;
    const pid = await lastingHolder(workspace.runs.path(id));
    if (pid !== undefined) throw new AesopError('run-locked', { id, pid: String(pid) });
  }

  async function change(id: string, changed: (lesson: Lesson) => Partial<Lesson>): Promise<Run> {
    await requireOwn(id);
    const run = await records.change(id, ({ lesson = NO_LESSON }) => ({ lesson: { ...lesson, ...changed(lesson) } }));
    if (run.lesson) queue.training(id)?.teach(run.lesson);
    return run;
  }

  return {
    'runs.pace': ({ id, pace }) => change(id, () => ({ pace })),
    async 'runs.next'({ id }) {
      const { name } = await records.read(id);
      const training = queue.training(id);
      if (!training) throw new AesopError('run-idle', { name });
      training.next();
      return {};
    },
    async 'runs.pin'({ id, pin }) {
      await records.read(id);
      const read = resultOf(await models.run('pin', { workspace: workspace.root, run: id, pin }));
      if (read.unknown.length > 0) throw new AesopError('pin-unknown', { words: quoted(read.unknown) });
      if (read.symbols === 0) throw new AesopError('pin-empty');
      return change(id, ({ pins }) => {
        if (pins.some(({ text }) => text === pin.text)) return {};
        if (pins.length >= MOST_PINS) throw new AesopError('pins-full', { most: MOST_PINS });
        return { pins: [...pins, pin] };
      });
    },
    'runs.unpin': ({ id, text }) => change(id, ({ pins }) => ({ pins: pins.filter((pin) => pin.text !== text) })),
    async 'runs.dictionary'({ id }) {
      await records.read(id);
      return resultOf(await models.run('dictionary', { workspace: workspace.root, run: id }));
    },
    async 'runs.trace'({ id, step, pin }) {
      await records.read(id);
      return resultOf(await models.run('trace', { workspace: workspace.root, run: id, step, pin }));
    },
  };
}
