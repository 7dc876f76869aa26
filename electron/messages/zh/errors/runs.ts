import type { TranslatedErrors } from '../../types.ts';
import type { runs as source } from '../../en/errors/runs.ts';

export const runs = {
  'run-missing': ['工作区中没有训练“{id}”。', '用 aesop runs 查看现有训练。'],
  'run-locked': ['训练“{id}”正由进程 {pid} 执行。', '先停止它，或开始新的训练。'],
  'base-bare': [
    '模型“{name}”像教程里那样只看词的编号，换一个文本编号就全变了。',
    '请选择输入为词向量或独热编码的模型。',
  ],
  'base-elsewhere': ['{path} 中的模型不在本工作区里。', '请先导入：aesop import {path}，再用它的 id 指定。'],
  'base-damaged': [
    '此次训练所存的基础模型“{name}”副本已损坏或丢失：{path}。',
    '请从工作区的备份中放回该文件夹，或用该模型开始新的训练。',
  ],
  'run-active': ['训练“{name}”正在进行。', '请先停止。'],
  'run-idle': ['训练“{name}”未在进行。', '若还有剩余步数，可先让它继续。'],
  'run-unlearnt': ['训练“{name}”还没有学到内容：没有可保留的检查点。', '选择继续，它会重新开始。'],
  'run-kept': ['训练“{name}”已有模型：“{model}”。', '可用它续写，或增大步数追加训练。'],
  'run-keeping': ['正在将训练“{name}”留作模型。', '等它出现在书架上再试。'],
  'run-steps-made': [
    '训练“{id}”已完成 {step} 步，多于 {asked} 步。',
    '指定 {step} 步即可将已学到的留作模型；指定更多则追加训练。',
  ],
  'run-finished': [
    '训练“{id}”已完成全部 {steps} 步，模型已在书架上。',
    '用该模型续写，把步数设得更大，或开始新的训练。',
  ],
  'checkpoint-missing': ['训练“{id}”没有完好的检查点可供继续。', '重新开始训练。'],
  'checkpoint-damaged': ['检查点 {step} 已损坏；训练从第 {from} 步继续。', '其间的步会重新训练，无需处理。'],
  'checkpoint-none-yet': ['训练“{name}”还没有写入检查点。', '等待第一个检查点；“检查点间隔”决定它何时出现。'],
  'pins-full': ['已固定 {most} 处上下文。', '先移除一处。'],
  'pin-unknown': ['这次训练的词表里没有{words}。', '改用文本中出现过的词。'],
  'pin-empty': ['其中没有这次训练词表里的符号。', '写几个文本中出现过的词。'],
  'checkpoint-unknown': [
    '训练“{name}”没有第 {step} 步的检查点。',
    '请从现有的步数中选择：{steps}。其余的已被清理，或从未写入。',
  ],
  'checkpoint-kept': ['训练“{name}”的第 {step} 步已留作模型：“{model}”。', '可用该模型续写，或保留另一步。'],
  'loss-not-finite': [
    '第 {step} 步时损失变为 {value}：训练发散。',
    '将学习率（现为 {learningRate}）降到三分之一，或将梯度裁剪设为 1。最佳检查点已保留。',
  ],
  'loss-exploded': [
    '第 {step} 步时损失升至 {value}，超过起始值（{start}）的三倍。',
    '将学习率（现为 {learningRate}）降到三分之一，或将梯度裁剪设为 1。最佳检查点已保留。',
  ],
  'worker-died': [
    '训练进程意外终止（{reason}）。',
    '让它继续即可：从上一个检查点接着进行。系统内存不足时也会这样终止进程：请先关闭其他程序。',
  ],
  'teller-died': ['续写进程意外终止（{reason}）。', '可从结尾接着续写，或收藏已写出的部分。'],
  'helper-died': ['处理此项的进程意外终止（{reason}）。', '重试即可，新的进程会自动启动。已保存的内容不会丢失。'],
} satisfies TranslatedErrors<typeof source>;
