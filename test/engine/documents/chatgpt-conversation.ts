/** A conversation of ChatGPT in which the first question was asked again: the tree has a branch that is not shown. */
export const chatgptConversation = (title: string, begins: number) => {
  const time = (minute: number) => begins / 1e3 + 60 * minute;
  const said = (role: string, minute: number | null, parts: unknown[], more: object = {}) => ({
    author: { role, name: null, metadata: {} },
    create_time: minute === null ? null : time(minute),
    content: { content_type: 'text', parts },
    ...{ status: 'finished_successfully', weight: 1, recipient: 'all', metadata: {} },
    ...more,
  });
  const node = (id: string, parent: string | null, message: unknown) => ({ id, message, parent, children: [] });
  const nodes = [
    node('root', null, null),
    node('system', 'root', said('system', null, [''])),
    node('old', 'system', said('user', 0, ['What is a hern?'])),
    node('asked', 'system', said('user', 1, ['What is a heron?', { asset_pointer: 'file-service://a' }], { content: { content_type: 'multimodal_text', parts: ['What is a heron?', { asset_pointer: 'a' }] } })),
    node('tool', 'asked', said('tool', 2, ['results'])),
    node('told', 'tool', said('assistant', 3, [`A bird.\n\n- It stands.\n- 12:30 it waits.\n\n${title}`])),
  ]; // prettier-ignore
  return {
    title,
    create_time: time(0),
    update_time: time(9),
    mapping: Object.fromEntries(nodes.map((each) => [each.id, each])),
    current_node: 'told',
  };
};
