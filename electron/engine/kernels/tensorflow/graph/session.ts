import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Eager } from '../eager.ts';
import type { Handle } from '../ops.ts';
import { savedModel, TAG, type Node } from './graph-def.ts';

/** What a session is given, by the name of the node that takes it. */
export type Given = ReadonlyMap<string, Handle>;

/** A graph that TensorFlow has made ready to run; its variables live in it. */
export class Session {
  private readonly eager: Eager;
  private readonly id: number;

  /** @throws Error where TensorFlow does not take the graph */
  constructor(eager: Eager, nodes: readonly Node[]) {
    this.eager = eager;
    // the one way in that tfjs-node has is by a folder
    const folder = mkdtempSync(join(tmpdir(), 'aesop-graph-'));
    try {
      writeFileSync(join(folder, 'saved_model.pb'), savedModel(nodes));
      this.id = eager.binding.loadSavedModel(folder, TAG);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /** Handles of the outputs, which are the caller's; what is given stays so. */
  run(given: Given, outputs: readonly string[]): Handle[] {
    const names = [...given.keys()].join();
    const described = this.eager.binding.runSavedModel(this.id, [...given.values()], names, outputs.join());
    return described.map(({ id }) => id);
  }

  dispose(): void {
    this.eager.binding.deleteSavedModel(this.id);
  }
}
