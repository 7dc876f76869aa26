import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServer } from './open-server.ts';

const CHINESE = '请打开 Aesop 最新显示的地址：';
const ENGLISH = 'Open the newest address that Aesop printed:';

let english: Awaited<ReturnType<typeof openServer>>;
let chinese: Awaited<ReturnType<typeof openServer>>;
beforeAll(async () => {
  [english, chinese] = await Promise.all([openServer(), openServer({ language: 'zh' })]);
});
afterAll(() => Promise.all([english.close(), chinese.close()]));

test.each([
  ['zh-CN,zh;q=0.9,en;q=0.8', CHINESE],
  ['zh-Hant-TW', CHINESE],
  ['fr-FR, zh;q=0.1', CHINESE],
  ['en;q=0.2, zh;q=0.7', CHINESE],
  ['zh;q=0.2, en;q=0.7', ENGLISH],
  ['zh;q=0, en', ENGLISH],
  ['fr', ENGLISH],
])('a browser that asks for “%s” is told “%s”', async (language, told) => {
  for (const { ask } of [english, chinese]) {
    const { status, body } = await ask({ headers: { 'accept-language': language } });
    expect([status, body.startsWith(told)]).toEqual([401, true]);
  }
});

test.each(['*', '', ';;q=,', 'zh;q=x'])(
  'one that asks for nothing, “%s”, is told it as the terminal is',
  async (language) => {
    const headers = { 'accept-language': language };
    expect((await english.ask({ headers })).body).toMatch(ENGLISH);
    expect((await chinese.ask({ headers })).body).toMatch(CHINESE);
  },
);

test('so is one that asks for a page that is not there, and what is no request at all', async () => {
  const { body } = await chinese.ask({ path: '/nothing.html', headers: { cookie: chinese.cookie } });
  expect(body).toBe('没有这个页面。\n');
  const socket = connect(chinese.server.port, '127.0.0.1');
  socket.setEncoding('utf8').end('nonsense\r\n\r\n');
  let answer = '';
  for await (const part of socket) answer += String(part);
  expect(answer).toMatch(/^HTTP\/1.1 400 [\s\S]*这不是请求。\n$/);
});
