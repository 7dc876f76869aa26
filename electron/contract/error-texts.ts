interface Text {
  message: string;
  hint: string;
}

const text = (en: [message: string, hint: string], zh: [message: string, hint: string]): { en: Text; zh: Text } => ({
  en: { message: en[0], hint: en[1] },
  zh: { message: zh[0], hint: zh[1] },
});

/** The one catalogue: code → what happened, with the value and the limit → what to do next. */
export const ERROR_TEXTS = {
  // anything the catalogue does not foresee
  internal: text(
    ['Something went wrong inside Aesop.', 'Try again. The log has the details; nothing that was saved is lost.'],
    ['Aesop 内部出错。', '重试一次。详情见日志，已保存的内容不会丢失。'],
  ),
  'request-unknown': text(
    ['There is no request “{name}”.', 'The page and the studio are of different versions: reload the page.'],
    ['没有名为“{name}”的请求。', '页面与程序版本不一致：请刷新页面。'],
  ),
  'request-malformed': text(
    ['The request {name} does not fit: {problem}.', 'Correct the value and try again.'],
    ['请求 {name} 不符合要求：{problem}。', '更正该值后重试。'],
  ),
  'too-many-requests': text(
    ['The page asked for more than {limit} things at once.', 'Reload the page.'],
    ['页面同时发出的请求超过 {limit} 个。', '重新载入页面。'],
  ),
  'upload-too-large': text(
    ['“{name}” is larger than {limit} MB, the most a page may send.', 'Import it at the terminal: aesop train <file>.'],
    ['“{name}”超过页面可发送的上限 {limit} MB。', '在终端导入：aesop train <文件>。'],
  ),
  'remote-not-allowed': text(
    [
      '“{host}” can be reached from other machines, and whoever has the address has your studio: texts, models and disk space.',
      'Add --allow-remote if that is what you want, or use an SSH tunnel to 127.0.0.1.',
    ],
    [
      '其他机器可以访问“{host}”，得到地址的人就能使用你的工作室：文本、模型和磁盘空间。',
      '若确实需要，加上 --allow-remote；或用 SSH 隧道连到 127.0.0.1。',
    ],
  ),
  'port-taken': text(
    ['Port {port} is in use by another program.', 'Choose another with --port, or leave it out for a free one.'],
    ['端口 {port} 已被其他程序占用。', '用 --port 另选一个，或不写以自动选择。'],
  ),
  'address-unusable': text(
    [
      'Aesop cannot listen on “{host}”, port {port} ({code}).',
      'Leave --host out, or name an address of this machine; ports below 1024 are often for administrators only.',
    ],
    [
      '无法在“{host}”的端口 {port} 上监听（{code}）。',
      '不写 --host，或填写本机的地址；1024 以下的端口通常只供管理员使用。',
    ],
  ),
  'only-on-desktop': text(
    [
      'A browser cannot show folders of this machine.',
      'The Machine room names the folder: open it in your file manager.',
    ],
    ['浏览器无法显示本机文件夹。', '“本机”页写有文件夹路径，可在文件管理器中打开。'],
  ),
  // another place for the workspace
  'workspace-set': text(
    ['AESOP_HOME says where the workspace lies: “{path}”.', 'Take that variable away, then choose a folder here.'],
    ['工作区位置由 AESOP_HOME 指定：“{path}”。', '先去掉该变量，再在此选择文件夹。'],
  ),
  'workspace-busy': text(
    ['The workspace is in use by a training or another job.', 'Pause or end it first, then move the workspace.'],
    ['工作区正被训练或其他任务使用。', '先暂停或结束它，再移动工作区。'],
  ),
  'workspace-moving': text(
    [
      'The workspace is being copied; nothing in it may change meanwhile.',
      'Wait until it is done, or cancel the copy.',
    ],
    ['正在复制工作区，期间不能更改其内容。', '等待复制完成，或取消复制。'],
  ),
  'place-inside': text(
    ['“{path}” and the present workspace, “{present}”, lie one inside the other.', 'Choose a folder elsewhere.'],
    ['“{path}”与当前工作区“{present}”互相包含。', '选择别处的文件夹。'],
  ),
  'place-full': text(
    ['“{path}” holds other things.', 'Choose an empty folder, or make a new one inside it.'],
    ['“{path}”中有其他内容。', '选择空文件夹，或在其中新建一个。'],
  ),
  'place-short': text(
    [
      'The workspace needs {needed} MB; at “{path}” {free} MB are free.',
      'Free some space there, or choose another disk.',
    ],
    ['工作区需要 {needed} MB，“{path}”处只剩 {free} MB。', '在该处腾出空间，或换一个磁盘。'],
  ),
  'job-missing': text(
    ['There is no job “{job}” under way.', 'It has ended already, or belongs to an earlier session.'],
    ['没有正在进行的任务“{job}”。', '它已结束，或属于先前的会话。'],
  ),
  'connection-lost': text(
    ['The connection to the studio was lost.', 'It is tried again by itself. What was saved is safe.'],
    ['与工作室的连接已断开。', '正在自动重连，已保存的内容都在。'],
  ),
  'key-refused': text(
    [
      'This tab has no key to the studio: Aesop was started anew, or another browser was let in here.',
      'Open the newest address that Aesop printed at its terminal. What was saved is safe.',
    ],
    [
      '此标签页没有工作室的密钥：Aesop 已重新启动，或地址是在别的浏览器中打开的。',
      '打开 Aesop 在终端中最新显示的地址。已保存的内容都在。',
    ],
  ),
  'message-too-large': text(
    ['This is larger than {limit} MB, the most a page may send at once.', 'Take a shorter story or text.'],
    ['内容超过页面一次可发送的上限 {limit} MB。', '换用较短的故事或文本。'],
  ),
  // files and disk
  'file-missing': text(
    ['There is no file “{path}”.', 'Check the name and the folder.'],
    ['找不到文件“{path}”。', '检查文件名和所在文件夹。'],
  ),
  'file-is-folder': text(
    ['“{path}” is a folder, not a text file.', 'Choose one text file inside it.'],
    ['“{path}”是文件夹，不是文本文件。', '选择其中的一个文本文件。'],
  ),
  'not-a-file': text(
    ['“{path}” is {kind}, not a file.', 'Save what comes out of it as a file first, then choose that file.'],
    ['“{path}”是{kind}，不是文件。', '先将其内容存为文件，再选择该文件。'],
  ),
  'link-unfollowed': text(
    [
      '“{path}” is a link, or lies behind one, that cannot be followed.',
      'Choose what the link should stand for, or mend it.',
    ],
    ['“{path}”是无法跟随的链接，或位于这样的链接之后。', '选择链接所指的内容，或修复链接。'],
  ),
  'name-too-long': text(
    ['The name “{path}” is longer than this system allows.', 'Choose a shorter name, or a folder with a shorter path.'],
    ['名称“{path}”超过系统允许的长度。', '换一个较短的名称，或路径较短的文件夹。'],
  ),
  'name-unreadable': text(
    [
      'The name “{path}” holds bytes that are not UTF-8, shown as \ufffd: no file can be found by it.',
      'Rename the file, or copy it under a plain name, then try again.',
    ],
    ['名称“{path}”含有非 UTF-8 字节（显示为 \ufffd），无法据此找到文件。', '为文件改名，或以普通名称另存，再重试。'],
  ),
  'files-too-many': text(
    [
      'Too many files are open on this machine for “{path}” to be opened.',
      'Close other programs, or raise the limit (ulimit -n), then try again.',
    ],
    ['本机打开的文件过多，无法再打开“{path}”。', '关闭其他程序，或提高上限（ulimit -n），再重试。'],
  ),
  'file-busy': text(
    ['“{path}” is in use by another program.', 'Close that program, then try again.'],
    ['“{path}”正被其他程序使用。', '关闭该程序后重试。'],
  ),
  'system-refused': text(
    [
      'The system cannot read or write “{path}” ({code}).',
      'Its disk or connection may have failed, or it is no ordinary file. Choose another, or try again.',
    ],
    ['系统无法读写“{path}”（{code}）。', '磁盘或连接可能有故障，或它不是普通文件。请换一个，或重试。'],
  ),
  'temporary-folder': text(
    [
      'No temporary files can be written in “{path}” ({code}).',
      'Make that folder writable, or name another one: TMPDIR, on Windows TEMP.',
    ],
    ['无法在“{path}”中写入临时文件（{code}）。', '让该文件夹可写，或用 TMPDIR（Windows 上为 TEMP）另指定一个。'],
  ),
  'not-a-folder': text(
    ['“{path}” is a file, not a folder.', 'Choose a folder, or move the file away.'],
    ['“{path}”是文件，不是文件夹。', '选择一个文件夹，或移走该文件。'],
  ),
  'not-a-workspace': text(
    [
      '“{path}” holds other things and is no workspace of Aesop. Nothing in it was changed.',
      'Choose an empty folder, or one that is not there yet: --workspace or AESOP_HOME names it.',
    ],
    [
      '“{path}”中有其他内容，不是 Aesop 的工作区。没有改动任何内容。',
      '选择空文件夹或尚不存在的文件夹：由 --workspace 或 AESOP_HOME 指定。',
    ],
  ),
  'not-plain': text(
    [
      '“{path}” is a link or a device, or a folder in place of a file: Aesop did not make it.',
      'Nothing was written there. Move it away, or put a plain copy in its place.',
    ],
    [
      '“{path}”是链接、设备，或占了文件位置的文件夹，不是 Aesop 建立的。',
      '没有写入任何内容。移走它，或换成普通的副本。',
    ],
  ),
  'no-permission': text(
    ['“{path}” may not be read or written by this account.', 'Change its permissions, or choose another place.'],
    ['当前账户无权读写“{path}”。', '更改权限，或换一个位置。'],
  ),
  'disk-full': text(
    [
      'The disk is full while writing “{path}”.',
      'Free some space, or empty the trash (Machine room, or aesop trash --empty); then resume. Everything saved before is whole.',
    ],
    [
      '写入“{path}”时磁盘已满。',
      '腾出空间，或清空回收站（“本机”页，或 aesop trash --empty），然后继续。此前保存的内容完好。',
    ],
  ),
  'file-damaged': text(
    [
      '“{path}” is damaged: {problem}.',
      'Nothing was changed. Put back a good copy of it, or delete the folder it lies in.',
    ],
    ['“{path}”已损坏：{problem}。', '没有改动任何内容。放回完好的副本，或删除其所在的文件夹。'],
  ),
  'file-not-granted': text(
    ['This file was not handed over, or is no longer at hand.', 'Choose it again.'],
    ['此文件未经授权，或已不可用。', '请重新选择。'],
  ),
  // texts
  'corpus-missing': text(
    ['There is no text “{id}” in this workspace.', 'Import it again, or undo its deletion.'],
    ['工作区中没有文本“{id}”。', '重新导入，或撤销删除。'],
  ),
  'text-empty': text(
    ['“{name}” is empty.', 'Choose a text with at least a few sentences.'],
    ['“{name}”是空的。', '选择至少有几句话的文本。'],
  ),
  'text-blank': text(
    ['“{name}” holds nothing but blanks and line ends.', 'Choose a text with at least a few sentences.'],
    ['“{name}”只有空白和换行。', '选择至少有几句话的文本。'],
  ),
  'text-binary': text(
    ['“{name}” is not a text: {percent} % of its bytes are control characters.', 'Save it as plain text (.txt) first.'],
    ['“{name}”不是文本：{percent}% 的字节是控制字符。', '先另存为纯文本（.txt）。'],
  ),
  'text-undecodable': text(
    [
      '{count} of {total} bytes could not be read as {encoding}.',
      'Choose another encoding, or save the text as UTF-8.',
    ],
    ['按 {encoding} 读取时，{total} 个字节中有 {count} 个无法解码。', '换一种编码，或将文本另存为 UTF-8。'],
  ),
  'encoding-unknown': text(
    ['There is no encoding “{encoding}”.', 'Known are {known}.'],
    ['没有名为“{encoding}”的编码。', '可用编码：{known}。'],
  ),
  'text-too-short': text(
    [
      'The text has {symbols} symbols; these settings need at least {needed}.',
      'Use a longer text, a shorter window or sequence, or a smaller batch.',
    ],
    ['文本只有 {symbols} 个符号，这些设置至少需要 {needed} 个。', '换更长的文本，或缩短窗口、序列，或减小批大小。'],
  ),
  'text-one-symbol': text(
    [
      'The text holds a single distinct symbol, “{symbol}”.',
      'There is nothing to predict. Choose a text with more words.',
    ],
    ['文本只有一种符号“{symbol}”。', '没有可预测的内容。换一篇词汇更多的文本。'],
  ),
  // settings
  'setting-unknown': text(
    ['There is no setting “{name}”.', 'Did you mean {suggestion}?'],
    ['没有名为“{name}”的设置。', '是否指 {suggestion}？'],
  ),
  'setting-kind': text(
    ['{name} is “{value}”; it must be {kind}.', 'It takes {range}.'],
    ['{name} 为“{value}”，应为{kind}。', '可取 {range}。'],
  ),
  'setting-range': text(
    ['{name} is {value}; it must be {range}.', 'Choose a value in that range.'],
    ['{name} 为 {value}，应为 {range}。', '选择范围内的值。'],
  ),
  'setting-conflict': text(
    ['{name} cannot be {value} together with {other}.', '{advice}'],
    ['{other} 时，{name} 不能为 {value}。', '{advice}'],
  ),
  'preset-unknown': text(
    ['There is no preset “{preset}”.', 'Known are {known}.'],
    ['没有名为“{preset}”的预设。', '可用预设：{known}。'],
  ),
  'memory-short': text(
    [
      'The run needs {needed} GB of memory and {free} GB is free.',
      'With a batch size of {batchSize} it needs {less} GB.',
    ],
    ['此次训练需要 {needed} GB 内存，目前只剩 {free} GB。', '批大小改为 {batchSize} 时只需 {less} GB。'],
  ),
  'memory-short-network': text(
    [
      'The run needs {needed} GB of memory and {free} GB is free.',
      'Use fewer units or layers, a smaller vocabulary, or close other programs.',
    ],
    ['此次训练需要 {needed} GB 内存，目前只剩 {free} GB。', '减少单元数或层数、缩小词表，或关闭其他程序。'],
  ),
  // runs
  'run-missing': text(
    ['There is no run “{id}” in this workspace.', 'The runs here are listed by: aesop runs.'],
    ['工作区中没有训练“{id}”。', '用 aesop runs 查看现有训练。'],
  ),
  'run-locked': text(
    ['The run “{id}” is being trained by process {pid}.', 'Stop that one first, or start a new run.'],
    ['训练“{id}”正由进程 {pid} 执行。', '先停止它，或开始新的训练。'],
  ),
  'run-active': text(
    ['The run “{name}” is being trained.', 'Stop it first.'],
    ['训练“{name}”正在进行。', '请先停止。'],
  ),
  'run-idle': text(
    ['The run “{name}” is not being trained.', 'Resume it first, if it has steps left.'],
    ['训练“{name}”未在进行。', '若还有剩余步数，可先继续训练。'],
  ),
  'run-unlearnt': text(
    ['The run “{name}” has learnt nothing yet: it has no checkpoint to keep.', 'Resume it, and it starts again.'],
    ['训练“{name}”还没有学到内容：没有可保留的检查点。', '选择继续，它会重新开始。'],
  ),
  'run-kept': text(
    [
      'The run “{name}” has its model already: “{model}”.',
      'Tell a story with it, or resume the run with more steps to train it on.',
    ],
    ['训练“{name}”已有模型：“{model}”。', '可用它续写，或增大步数继续训练。'],
  ),
  'run-keeping': text(
    ['A model is being made of the run “{name}”.', 'Wait until it is on the Shelf.'],
    ['正在将训练“{name}”留作模型。', '等它出现在书架上再试。'],
  ),
  'run-finished': text(
    [
      'The run “{id}” has finished all its {steps} steps, and its model is on the Shelf.',
      'Tell a story with the model, ask for more steps than that, or start a new run.',
    ],
    ['训练“{id}”已完成全部 {steps} 步，模型已在书架上。', '用该模型续写，把步数设得更大，或开始新的训练。'],
  ),
  'checkpoint-missing': text(
    ['The run “{id}” has no whole checkpoint to resume from.', 'Start the training anew.'],
    ['训练“{id}”没有完好的检查点可供继续。', '重新开始训练。'],
  ),
  'checkpoint-damaged': text(
    ['Checkpoint {step} is damaged; the run goes on from {from}.', 'The steps between are made again; do nothing.'],
    ['检查点 {step} 已损坏；训练从第 {from} 步继续。', '其间的步会重新训练，无需处理。'],
  ),
  'checkpoint-none-yet': text(
    [
      'The run “{name}” has written no checkpoint yet.',
      'Wait for the first one; “Checkpoint every” says when it comes.',
    ],
    ['训练“{name}”还没有写入检查点。', '等待第一个检查点；“检查点间隔”决定它何时出现。'],
  ),
  'loss-not-finite': text(
    [
      'The loss became {value} at step {step}: the training diverged.',
      'Lower the learning rate (now {learningRate}) to a third, or clip gradients at 1. The best checkpoint is kept.',
    ],
    [
      '第 {step} 步时损失变为 {value}：训练发散。',
      '将学习率（现为 {learningRate}）降到三分之一，或将梯度裁剪设为 1。最佳检查点已保留。',
    ],
  ),
  'loss-exploded': text(
    [
      'The loss rose to {value}, more than three times its start ({start}), at step {step}.',
      'Lower the learning rate (now {learningRate}) to a third, or clip gradients at 1. The best checkpoint is kept.',
    ],
    [
      '第 {step} 步时损失升至 {value}，超过起始值（{start}）的三倍。',
      '将学习率（现为 {learningRate}）降到三分之一，或将梯度裁剪设为 1。最佳检查点已保留。',
    ],
  ),
  'worker-died': text(
    ['The training process ended unexpectedly ({reason}).', 'Resume the run: it goes on from its last checkpoint.'],
    ['训练进程意外终止（{reason}）。', '继续训练即可从上一个检查点接着进行。'],
  ),
  'teller-died': text(
    ['The process that tells ended unexpectedly ({reason}).', 'Tell it on from the end, or keep what was told so far.'],
    ['续写进程意外终止（{reason}）。', '可从结尾接着讲，或保存已讲的部分。'],
  ),
  'helper-died': text(
    [
      'The process at work on this ended unexpectedly ({reason}).',
      'Try again: a new one starts by itself. Nothing that was saved is lost.',
    ],
    ['处理此项的进程意外终止（{reason}）。', '重试即可，新的进程会自动启动。已保存的内容不会丢失。'],
  ),
  // said before a training, which goes on all the same
  'part-of-text': text(
    ['{steps} steps read only {percent} % of the text once.', 'More steps let it see the whole text.'],
    ['{steps} 步只能读到文本的 {percent}%。', '增加步数，让它读完全文。'],
  ),
  'much-unknown': text(
    [
      '{percent} % of the text lies outside the vocabulary of {size} symbols.',
      'It is learnt as a gap and never told. A larger vocabulary keeps more of it.',
    ],
    ['文本的 {percent}% 不在 {size} 个符号的词表中。', '这些会作为空缺来学，续写时从不出现。放宽词表可保留更多。'],
  ),
  'validation-small': text(
    ['Validation has only {predictions} predictions.', 'Its curve will be noisy: hold out more, or nothing.'],
    ['验证部分只有 {predictions} 次预测。', '曲线会很抖：多留一些，或不留。'],
  ),
  'rate-high': text(
    [
      'The learning rate is {learningRate}; {optimizer} usually diverges above {limit}.',
      'Should the loss rise, lower it to a third.',
    ],
    ['学习率为 {learningRate}；{optimizer} 超过 {limit} 时通常会发散。', '若损失上升，将它降到三分之一。'],
  ),
  'not-fast-here': text(
    [
      'Fast precision pays with TensorFlow on a processor with AMX; here it would be slower.',
      'The training computes in float32, which changes nothing else.',
    ],
    ['“fast”精度只有在带 AMX 的处理器上用 TensorFlow 才更快，在本机反而更慢。', '训练改用 float32 计算，其他不变。'],
  ),
  // models and stories
  'story-missing': text(
    ['There is no story “{id}” in this workspace.', 'Keep it again, or undo its deletion.'],
    ['工作区中没有故事“{id}”。', '重新保存，或撤销删除。'],
  ),
  'not-a-model': text(
    [
      '“{name}” is not a model: neither a model folder nor its archive.',
      'Choose a folder holding model.json, or an .aesop file.',
    ],
    ['“{name}”不是模型：既不是模型文件夹，也不是其存档。', '选择含有 model.json 的文件夹或 .aesop 文件。'],
  ),
  'model-missing': text(
    ['There is no model “{id}”.', 'The models here are listed by: aesop models.'],
    ['没有模型“{id}”。', '用 aesop models 查看现有模型。'],
  ),
  'model-file-missing': text(
    ['The model “{id}” lacks its file {file}.', 'Copy the whole folder again, or train the model anew.'],
    ['模型“{id}”缺少文件 {file}。', '重新复制整个文件夹，或重新训练。'],
  ),
  'model-damaged': text(
    [
      'The model “{id}” is damaged: {file} is not as it was saved.',
      'Copy the whole folder again, or train the model anew.',
    ],
    ['模型“{id}”已损坏：{file} 与保存时不同。', '重新复制整个文件夹，或重新训练。'],
  ),
  'model-truncated': text(
    [
      'The model “{id}” is damaged: {file} has {bytes} bytes instead of {expected}.',
      'Copy the whole folder again, or train the model anew.',
    ],
    ['模型“{id}”已损坏：{file} 有 {bytes} 字节，应为 {expected} 字节。', '重新复制整个文件夹，或重新训练。'],
  ),
  'model-not-finite': text(
    [
      'The weights of the model “{id}” hold values that are not numbers (in {weight}): its training diverged.',
      'Train it anew with a third of the learning rate, or with gradients clipped at 1.',
    ],
    [
      '模型“{id}”的权重含有非数值（在 {weight} 中）：训练已发散。',
      '将学习率降到三分之一，或将梯度裁剪设为 1，重新训练。',
    ],
  ),
  'model-overflows': text(
    [
      'The weights of the model “{id}” are too large to compute with (in {weight}): its training diverged.',
      'Train it anew with a third of the learning rate, or with gradients clipped at 1.',
    ],
    [
      '模型“{id}”的权重过大，无法计算（在 {weight} 中）：训练已发散。',
      '将学习率降到三分之一，或将梯度裁剪设为 1，重新训练。',
    ],
  ),
  'prediction-not-finite': text(
    [
      'What the model computes is no longer a probability: its training diverged.',
      'Train it anew with a third of the learning rate, or with gradients clipped at 1.',
    ],
    ['模型算出的已不是概率：训练已发散。', '将学习率降到三分之一，或将梯度裁剪设为 1，重新训练。'],
  ),
  'model-newer': text(
    ['“{file}” has format version {version}; this Aesop reads up to {known}.', 'Update Aesop to open it.'],
    ['“{file}”的格式版本为 {version}，当前 Aesop 最高支持 {known}。', '更新 Aesop 后再打开。'],
  ),
  'format-unknown': text(
    ['There is no export format “{format}”.', 'Known are {known}.'],
    ['没有名为“{format}”的导出格式。', '可用格式：{known}。'],
  ),
  'archive-damaged': text(
    ['The archive “{name}” cannot be taken in: {problem}.', 'Copy it here once more, or export the model anew.'],
    ['无法导入存档“{name}”：{problem}。', '重新复制存档，或重新导出模型。'],
  ),
  'model-file-large': text(
    [
      'The model “{id}” is not taken in: {file} has {bytes} bytes, and {limit} is the most for such a model.',
      'Check where it comes from; Aesop writes no such file.',
    ],
    [
      '未导入模型“{id}”：{file} 有 {bytes} 字节，这样的模型最多为 {limit} 字节。',
      '请核实其来源，Aesop 不会写出这样的文件。',
    ],
  ),
  'model-symbols-many': text(
    [
      'The model “{id}” is not taken in: it has {symbols} symbols, and {limit} is the most.',
      'Train it with a vocabulary limit.',
    ],
    ['未导入模型“{id}”：它有 {symbols} 个符号，最多为 {limit} 个。', '训练时设置词表上限。'],
  ),
  'model-space-short': text(
    [
      'Taking in the model “{name}” needs {needed} MB of disk space, and {free} MB are free.',
      'Free some space, then import it again.',
    ],
    ['导入模型“{name}”需要 {needed} MB 磁盘空间，目前只剩 {free} MB。', '腾出空间后重新导入。'],
  ),
  'archive-too-large': text(
    ['The model is too large for one archive: 4 GB is the most a zip file holds.', 'Export it into a folder instead.'],
    ['模型过大，无法存为单个压缩包：zip 文件最大 4 GB。', '请改为导出到文件夹。'],
  ),
  'target-exists': text(
    ['“{path}” exists already.', 'Choose another place; nothing was overwritten.'],
    ['“{path}”已存在。', '换一个位置。没有覆盖任何内容。'],
  ),
  'unknown-word': text(
    ['The model does not know {words}.', 'Nearest known: {nearest}. Use one of them, or --unknown nearest.'],
    ['模型不认识 {words}。', '相近的已知词：{nearest}。换用其中之一，或选择“替换为最近的词”。'],
  ),
  'prompt-empty': text(
    ['The prompt is empty.', 'Give the story at least one word to begin with.'],
    ['开头是空的。', '至少写一个词作为开头。'],
  ),
  // command line
  'verb-unknown': text(
    ['There is no verb “{verb}”.', '{suggestion} All verbs: aesop --help.'],
    ['没有名为“{verb}”的命令。', '{suggestion} 全部命令：aesop --help。'],
  ),
  'flag-unknown': text(
    ['aesop {verb} has no flag {flag}.', '{suggestion} All flags: aesop {verb} --help.'],
    ['aesop {verb} 没有选项 {flag}。', '{suggestion} 全部选项：aesop {verb} --help。'],
  ),
  'flag-without-value': text(
    ['{flag} needs a value.', 'Write it behind the flag: {example}.'],
    ['{flag} 需要一个值。', '把值写在选项之后：{example}。'],
  ),
  'argument-missing': text(
    ['aesop {verb} needs {argument}.', 'Usage: {usage}.'],
    ['aesop {verb} 缺少 {argument}。', '用法：{usage}。'],
  ),
  'argument-excess': text(
    ['aesop {verb} does not know what to do with {given}.', 'Usage: {usage}. Put names with spaces in quotes.'],
    ['aesop {verb} 无法处理 {given}。', '用法：{usage}。含空格的名称请加引号。'],
  ),
} satisfies Record<string, { en: Text; zh: Text }>;

export type ErrorCode = keyof typeof ERROR_TEXTS;
