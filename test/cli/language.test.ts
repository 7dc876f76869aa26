import { describe, expect, test } from 'vitest';
import { chooseLanguage } from '../../electron/cli/language.ts';
import { aesop, expectFailure } from './aesop.ts';

describe('the language', () => {
  test.each<[asked: string, environment: NodeJS.ProcessEnv, system: string, language: string]>([
    ['', {}, 'en-GB', 'en'],
    ['', {}, 'zh-CN', 'zh'],
    ['', {}, 'zh-Hant-TW', 'zh'],
    ['', {}, 'fr-FR', 'en'],
    ['', { LANG: 'zh_CN.UTF-8' }, 'en-US', 'zh'],
    ['', { LANG: 'zh-TW' }, 'en-US', 'zh'],
    ['', { LANG: 'zh_CN@pinyin' }, 'en-US', 'zh'],
    ['', { LANG: 'en_GB.UTF-8' }, 'zh-CN', 'en'],
    ['', { LANG: 'fr_FR.UTF-8' }, 'zh-CN', 'en'],
    ['', { LC_MESSAGES: 'zh_CN', LANG: 'en_US.UTF-8' }, 'en-US', 'zh'],
    ['', { LC_ALL: 'en_US.UTF-8', LC_MESSAGES: 'zh_CN', LANG: 'zh_CN' }, 'zh-CN', 'en'],
    ['', { LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_CN' }, 'en-US', 'zh'],
    ['', { LC_ALL: '', LC_MESSAGES: '', LANG: '' }, 'zh-CN', 'zh'],
    ['', { LANG: 'C' }, 'zh-CN', 'zh'],
    ['', { LANG: 'C.UTF-8' }, 'zh-CN', 'zh'],
    ['', { LANG: 'POSIX' }, 'zh-CN', 'zh'],
    ['', { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'en-US', 'en'],
    ['', { LANG: 'en-XA' }, 'en-US', 'en-XA'],
    ['--language zh', { LC_ALL: 'en_US.UTF-8' }, 'en-US', 'zh'],
    ['--language=zh', { LC_ALL: 'en_US.UTF-8' }, 'en-US', 'zh'],
    ['--language zh --language en', {}, 'zh-CN', 'en'],
    ['--language en-XA', {}, 'en-US', 'en-XA'],
    ['--language fr', { LANG: 'zh_CN.UTF-8' }, 'en-US', 'zh'],
    ['--language', { LANG: 'zh_CN.UTF-8' }, 'en-US', 'zh'],
    ['tell m -- --language zh', {}, 'en-US', 'en'],
  ])('of “%s” with %o on a system in %s is %s', (asked, environment, system, language) => {
    expect(chooseLanguage(asked.split(' '), environment, system)).toBe(language);
  });
});

describe.concurrent('at the command line', () => {
  const chinese = { env: { LC_ALL: 'zh_CN.UTF-8' } };

  test.each([
    ['behind the verb', ['models', '--help', '--language', 'zh']],
    ['before the verb', ['--language', 'zh', 'models', '--help']],
    ['before other flags', ['--language=zh', '--quiet', 'models', '--help']],
    ['by help', ['help', 'models', '--language', 'zh']],
  ])('the flag stands %s', async (_where, args) => {
    const { code, stdout } = await aesop(args);
    expect(code).toBe(0);
    expect(stdout).toContain('列出工作区的模型');
    expect(stdout).not.toMatch(/Usage|workspace that/);
  });

  test('alone it asks for the help', async () => {
    const { code, stdout } = await aesop(['--language', 'zh']);
    expect([code, stdout.split('\n')[0]]).toEqual([0, '用法：aesop [选项] [命令]']);
    expect((await aesop([])).stdout).toContain('--language <en|zh>');
  });

  test.each([[['--language', 'fr', 'models']], [['models', '--language=fr']], [['--language', 'fr']]])(
    'an unknown one is wrong usage that names the known: %s',
    async (args) => {
      expectFailure(await aesop(args), 2, /no language “fr”[\s\S]*en \(English\), zh \(简体中文\)\.\n$/);
      expectFailure(await aesop(args, chinese), 2, /没有名为“fr”的语言/);
    },
  );

  test('no flag is left without its value', async () => {
    expectFailure(await aesop(['--language']), 2, /--language needs a value[\s\S]*--language <en\|zh>/);
  });

  test('the environment speaks where no flag does', async () => {
    expectFailure(await aesop(['trian'], chinese), 2, /没有名为“trian”的命令。[\s\S]*是否指 train？/);
    expectFailure(await aesop(['trian', '--language', 'en'], chinese), 2, /There is no verb “trian”/);
  });
});

test('programs get names as they are and sentences in the language', async () => {
  const outcome = await aesop(['--json', '--language', 'zh', 'train', 'x', '--preset', 'fable', '--tie-weights']);
  expect(outcome.code).toBe(2);
  expect(outcome.json()).toEqual([
    {
      type: 'failed',
      error: {
        code: 'setting-conflict',
        message: 'embedding-size 为 128、units 为 256 时，tie-weights 不能为 true。',
        hint: '两者取相同大小，例如 embedding-size 为 256。',
        values: {
          name: 'tie-weights',
          value: 'true',
          other: 'embedding-size 为 128、units 为 256',
          advice: '两者取相同大小，例如 embedding-size 为 256。',
        },
        detail: '',
      },
    },
  ]);
});
