import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { textWidth } from '../../electron/cli/output/text-width.ts';
import { aesop, expectFailure, FABLE, temporaryFolder, type Outcome } from './aesop.ts';

const workspace = await temporaryFolder();
const chinese = (...args: string[]) => aesop(args, { env: { LC_ALL: 'zh_CN.UTF-8', AESOP_HOME: workspace } });
const SMALL = ['--units', '16', '--embedding-size', '8', '--steps', '20', '--report-every', '10', '--batch-size', '8'];

let told: Outcome;
let model: string;
beforeAll(async () => {
  told = await chinese('story');
  const [run] = (await chinese('runs', '--json')).json();
  model = String(run.id);
});

/** Columns at which the values of facts begin. */
function valueColumns(stdout: string, names: readonly string[]): Set<number> {
  const lines = stdout.split('\n');
  return new Set(
    names.map((name) => {
      const line = lines.find((each) => each.startsWith(`${name} `))!;
      return textWidth(/^\S+ +/.exec(line)![0]);
    }),
  );
}

test('story learns the fable and tells it on in one command', async () => {
  expect([told.code, told.stderr]).toEqual([0, '']);
  const { stdout } = told;
  expect(stdout).toMatch(/^文本 +belling-the-cat（978 B，utf-8，en）$/m);
  expect(stdout).toMatch(/^设置 +1 × 256 单元，窗口 3，adam 0\.005，250 步（按此文本推荐）$/m);
  expect(stdout).toMatch(/^网络 +437,360 个参数，112 个符号$/m);
  expect(stdout).toMatch(/^引擎 +(TensorFlow [\d.]+，处理器，\d+ 个线程|便携引擎)/m);
  expect(stdout).toMatch(
    /^第 250\/250 步 {2}损失 +[\d.]+ {2}准确率 +[\d.]+% {2}困惑度 +[\d.]+ .* 符号\/秒 {2}剩余 0\.0 秒$/m,
  );
  expect(stdout).toMatch(/^250 步，用时 .+；就文本而言：准确率 9\d\.\d%，困惑度 [\d.]+，每字符比特数 [\d.]+$/m);
  expect(stdout).toMatch(/^从“had a general”续写的故事：\n\nhad a general council/m);
  expect(stdout).toMatch(/^had a general council to consider what measures/m);
  const [, where] = /^模型位于 (\S+)$/m.exec(stdout)!;
  expect(where.startsWith(workspace)).toBe(true);
  expect(await readdir(where)).toContain('weights.bin');
  expect(valueColumns(stdout, ['文本', '符号', '上限', '设置', '网络', '引擎', '训练', '模型']).size).toBe(1);
});

test('train says why, warns, and says how to go on', async () => {
  const { code, stdout, stderr } = await chinese('train', FABLE, '--verbose', '--validation-fraction', '0.1', ...SMALL);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^ +--context window：只有 204 个符号的文本/m);
  expect(stdout).toMatch(/验证 [\d.]+（[\d.]+）/);
  expect(stdout).toMatch(/^续写故事：aesop tell \S+$/m);
  expect(stderr).toMatch(/^提示：验证部分只有 \d+ 次预测。曲线会抖动/m);
});

describe.concurrent('what lies in the workspace', () => {
  test('is listed in columns that align', async () => {
    const models = await chinese('models');
    expect(models.stdout).toMatch(/^id +名称 +文本 +参数 +步数 +准确率 +困惑度 +创建时间 +不同之处\n/);
    expect(models.stdout).toMatch(/ \d{4}\/\d\d\/\d\d \d\d:\d\d {2}\S/m);
    const runs = await chinese('runs');
    expect(runs.stdout).toMatch(/^id +名称 +状态 +当前步 +总步数 +损失 +准确率 +用时 +开始时间 +不同之处\n/);
    const [head, ...rows] = runs.stdout.trimEnd().split('\n');
    for (const row of rows) expect(textWidth(row.split('已完成')[0])).toBe(textWidth(head.split('状态')[0]));
  });

  test('is inspected, evaluated and told on', async () => {
    const text = await chinese('inspect', FABLE);
    expect(text.stdout).toMatch(/^大小 +978 B，978 个字符，1 行$/m);
    expect(text.stdout).toMatch(/^最常见的符号\nid +符号 +次数 +占比$/m);
    expect(text.stdout).toMatch(/^ +3 +99\.0%$/m);
    expect(text.stdout).toMatch(/^最长重复\n2 次，\d+ 个符号：/m);
    const card = await chinese('inspect', model);
    expect(card.stdout).toMatch(/^训练 +250 步，用时 .*；(TensorFlow|便携引擎)/m);
    expect(card.stdout).toMatch(/^设置（\* 表示与默认值不同）$/m);
    expect(valueColumns(card.stdout, ['模型', '文件夹', 'sha256', '准确率', '创建时间']).size).toBe(1);
    const measured = await chinese('evaluate', model, FABLE);
    expect(measured.stdout).toMatch(
      /^损失 +每个符号 [\d.]+ 奈特\n困惑度 +[\d.]+\n每字符比特数 +[\d.]+\n准确率 +[\d.]+%，共 201 次预测$/m,
    );
    const other = join(await temporaryFolder(), 'other.txt');
    await writeFile(other, 'long ago , the mice had a wolf and a lamb to consider\n');
    const partly = await chinese('evaluate', model, other);
    expect(partly.stdout).toMatch(/^每字符比特数 +无法给出：词表没有 <unk>，2 个未知符号的代价无从计算$/m);
    expect((await chinese('tell', model, '--words', '3')).code).toBe(0);
  });

  test('is thrown away', async () => {
    expect((await chinese('trash')).stdout).toBe('回收站是空的。\n');
    const gone = join(workspace, '.trash', 'runs', 'old');
    await mkdir(gone, { recursive: true });
    await writeFile(join(gone, 'metrics.jsonl'), 'x'.repeat(2_400_000));
    expect((await chinese('trash')).stdout).toMatch(
      /^内容 .*\nruns\/old .*\n1 项，共 2\.4 MB，最早删除于 .*\n还原一项：aesop trash --restore runs\/old\n彻底删除：aesop trash --empty\n$/,
    );
    expect((await chinese('trash', '--empty')).stdout).toBe('已彻底删除 1 项，释放 2.4 MB。\n');
  });
});

test('doctor says what it finds, to programs too', async () => {
  const people = await chinese('doctor');
  expect(people.code).toBe(0);
  expect(people.stdout).toMatch(/^✓ 工作区：可写，可用 [\d,.]+ GB$/m);
  expect(people.stdout).toMatch(/^处理器 +\d+ 核，内存 \d+ GB，可用/m);
  expect(people.stdout).toMatch(
    /^实测 +一小步（2 层各 128 个单元）：.*便携引擎 [\d.]+ 毫秒.*；每秒续写 [\d,]+ 个符号$/m,
  );
  const lines = (await chinese('doctor', '--json')).json();
  expect(lines[0]).toMatchObject({ type: 'check', name: 'workspace', found: expect.stringMatching(/^可写/), fix: '' });
  expect(lines.slice(0, -1).every(({ type }) => type === 'check')).toBe(true);
  expect(lines.at(-1)).toMatchObject({
    type: 'machine',
    measured: { stepMilliseconds: { portable: expect.any(Number) } },
  });
  const machine = lines.at(-1) as { engine: { reason: unknown }; install: unknown };
  expect([typeof machine.engine.reason, typeof machine.install]).toEqual(['string', 'string']);
});

describe.concurrent('errors', () => {
  test.each<[string, string[], 1 | 2, RegExp]>([
    ['a file that is not there', ['train', '/nothing.txt'], 1, /^aesop: 找不到文件“\/nothing\.txt”。\n {7}检查文件名/],
    ['a model that is not there', ['tell', 'nobody'], 1, /没有模型“nobody”。\n.*aesop models/],
    ['no text', ['train'], 2, /aesop train 缺少 文本。\n {7}用法：aesop train <文本>。/],
    ['no model', ['tell'], 2, /缺少 <模型>。\n.*用法：aesop tell <模型> \[选项\]。/],
    ['a number that is none', ['train', 'x', '--units', '3.5'], 2, /--units 为“3\.5”，应为整数。\n.*1 至 4096。/],
    ['a name that is none', ['train', 'x', '--name', ' '], 2, /--name 为空。\n.*1 至 120 个字符/],
    [
      'a mistyped flag',
      ['train', 'x', '--lerning-rate', '3'],
      2,
      /没有选项 --lerning-rate。\n.*是否指 --learning-rate？/,
    ],
    ['a flag without its value', ['runs', '--keep'], 2, /--keep 需要一个值。\n.*--keep <训练 id>。/],
    ['another text for a run', ['train', 'x', '--resume', 'r'], 2, /文本 时，--resume 不能为 r。/],
  ])('about %s', async (_what, args, code, message) => expectFailure(await chinese(...args), code, message));
});
