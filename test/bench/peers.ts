import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import { join } from 'node:path';
import type { Contestant } from './measure.ts';

/** The bench is bundled: the peers' scripts stay beside its sources, from the folder it is started in. */
const SCRIPTS = join(process.cwd(), 'test/bench/peers');

interface Greeting {
  readonly version?: string;
  readonly subjects?: readonly string[];
  readonly missing?: string;
}

/** A Python process that runs the same subjects in another library: one line of JSON asks, one line answers. */
export class Peer {
  private name: string;
  private subjects: readonly string[] = [];
  private readonly child: ChildProcess;
  private readonly answers: AsyncIterator<string>;

  private constructor(name: string, child: ChildProcess, lines: Interface) {
    this.name = name;
    this.child = child;
    this.answers = lines[Symbol.asyncIterator]();
  }

  /** Starts a peer, or says what to install for it. */
  static async start(script: string, threads?: number): Promise<Peer | string> {
    const few = threads && { OMP_NUM_THREADS: `${threads}`, TF_NUM_INTRAOP_THREADS: `${threads}` };
    const child = spawn('python3', [join(SCRIPTS, script)], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, ...few },
    });
    const failed = new Promise<string>((resolve) => child.once('error', () => resolve('python3 is not installed')));
    const peer = new Peer(script, child, createInterface({ input: child.stdout! }));
    const greeting = await Promise.race([peer.answer<Greeting>(), failed]);
    if (typeof greeting === 'string') return greeting;
    if (greeting.missing) return greeting.missing;
    peer.name = greeting.version!;
    peer.subjects = greeting.subjects!;
    return peer;
  }

  /** What it makes of a subject; none where it does not know it. */
  contestants(subject: string, note = ''): readonly Contestant[] {
    if (!this.subjects.includes(subject)) return [];
    return [{ label: this.name + note, run: (count) => this.measure(subject, count) }];
  }

  stop(): void {
    this.child.stdin?.end();
  }

  private async measure(subject: string, count: number): Promise<number> {
    this.child.stdin!.write(`${JSON.stringify({ subject, count })}\n`);
    return (await this.answer<{ ms: number }>()).ms;
  }

  private async answer<T>(): Promise<T> {
    const { value, done } = await this.answers.next();
    if (done) throw new Error(`${this.name} ended without an answer`);
    return JSON.parse(value) as T;
  }
}
