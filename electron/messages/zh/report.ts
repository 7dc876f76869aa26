import type { ReportTables } from '../en/report.ts';
import type { Translated, TranslatedTables } from '../types.ts';
import { errors } from './errors/index.ts';
import { common } from './page/common.ts';
import { term, termHelp } from './page/glossary.ts';
import { lesson } from './page/lesson.ts';
import { workshop } from './page/workshop.ts';
import { shared } from './shared.ts';

const report = {
  title: '{name} · 训练报告',
  kind: '训练报告',
  learnt: '所学文本',
  learntText: '《{name}》，{size}',
  base: '基础模型',
  baseText: '“{name}”，学自{texts}',
  baseMore: '“{name}”，学自{texts}，以及其他不详的文本',
  baseUnknown: '“{name}”，学自何文本不详',
  textName: '《{name}》',
  when: '时间',
  took: '用时',
  tookText: '{time}，共 {steps} 步',
  network: '网络',
  networkText: '{shape}，{symbols} 个符号，{parameters} 个权重',
  ofStep: '这个模型取自第 {step} 步；训练后来走到第 {last} 步。',

  figures: '学得如何',
  figuresHelp: '用训练好的模型从头到尾测量。',
  sampledHelp: '用训练好的模型测量，{places}。',
  learntFigures: '所学的文本',
  keptFigures: '留出的文本',

  curvesHelp: '每个点是一次报告：与上一次之间各步的平均。',
  lossChart: '损失与困惑度（按步）',
  accuracyChart: '准确率（按步）',
  step: '步数',
  story: '一段故事，见下文',
  model: '这个模型',
  goes: '训练：从第 {from} 步的 {first} 到第 {to} 步的 {last}。',
  goesKept: '验证：从第 {from} 步的 {first} 到第 {to} 步的 {last}。',
  lowest: '最低为 {value}，在第 {step} 步。',
  highest: '最高为 {value}，在第 {step} 步。',
  inFigures: '曲线的数字',
  keptAside: '验证：{measure}',

  predictionsHelp: '第 {step} 步时文本中的几处：前文、模型的预测，以及原文。',
  pinsHelp: '训练中一直跟踪的上下文：第一次报告与最后一次报告时，正确符号的概率。',

  storiesHelp: '模型一边学一边写下的故事，从最早到最后。',
  someStories: '共 {count} 段，均匀选取 {shown} 段。',
  atStep: '第 {step} 步',

  setting: '设置',
  value: '值',
  why: '理由',
  settingsHelp: '此次训练的全部设置。粗体是与通常不同的值，通常的值写在下面。',
  usual: '通常为 {value}',

  made: 'Aesop {version} 制作于 {date}。单个网页，不含脚本：不读取也不发送任何数据。',
} satisfies Translated<ReportTables['texts']['report']>;

export const reportTables = {
  texts: { ...shared, common, lesson, report, term, termHelp, workshop },
  errors,
} satisfies TranslatedTables<ReportTables>;
