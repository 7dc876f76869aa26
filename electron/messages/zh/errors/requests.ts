import type { TranslatedErrors } from '../../types.ts';
import type { requests as source } from '../../en/errors/requests.ts';

export const requests = {
  internal: ['Aesop 内部出错。', '重试一次。详情见日志，已保存的内容不会丢失。'],
  'request-unknown': ['没有名为“{name}”的请求。', '页面与程序版本不一致：重新载入页面。'],
  'request-malformed': ['请求 {name} 不符合要求：{problem}。', '更正该值后重试。'],
  'too-many-requests': ['页面同时发出的请求超过 {limit} 个。', '重新载入页面。'],
  'upload-too-large': ['“{name}”超过页面可发送的上限 {limit} MB。', '在终端导入：aesop train <文件>。'],
  'remote-not-allowed': [
    '其他机器可以访问“{host}”，得到地址的人就能使用你的工作室：文本、模型和磁盘空间。',
    '若确实需要，加上 --allow-remote；或用 SSH 隧道连到 127.0.0.1。',
  ],
  'port-taken': ['端口 {port} 已被其他程序占用。', '用 --port 另选一个，或不写以自动选择。'],
  'address-unusable': [
    '无法在“{host}”的端口 {port} 上监听（{code}）。',
    '不写 --host，或填写本机的地址；1024 以下的端口通常只供管理员使用。',
  ],
  'only-on-desktop': ['浏览器无法显示本机文件夹。', '“本机”页写有文件夹路径，可在文件管理器中打开。'],
  'engine-not-offered': ['Aesop 无法为本机安装更好的引擎。', '本机检查中说明了使用哪种引擎，以及为何没有更好的。'],
  'engine-not-brought': ['{reason}', '{advice}'],
  'job-missing': ['没有正在进行的任务“{job}”。', '它已结束，或属于先前的会话。'],
  'connection-lost': ['与工作室的连接已断开。', '正在自动重连，已保存的内容都在。'],
  'key-refused': [
    '此标签页没有工作室的密钥：Aesop 已重新启动，或地址是在别的浏览器中打开的。',
    '打开 Aesop 在终端中最新显示的地址。已保存的内容都在。',
  ],
  'message-too-large': ['内容超过页面一次可发送的上限 {limit} MB。', '换用较短的故事或文本。'],
} satisfies TranslatedErrors<typeof source>;
