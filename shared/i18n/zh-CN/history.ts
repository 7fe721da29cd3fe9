export const history = {
  title: '历史记录',
  search: '搜索设备、序列号、备注、路径、错误码 …',
  types: { all: '全部', job: '任务', snapshot: '快照', session: '会话' },
  typeLabel: '显示',
  type: { job: '任务', snapshot: '快照', session: '会话' },
  columns: { at: '时间', type: '类别', device: '设备', title: '说明', state: '结果', duration: '用时' },
  count_other: '{{count}} 条记录',
  empty: {
    title: '还没有记录',
    text: '每个任务、快照和会话都会保存在这里，重启后仍可查看。',
    action: '读取参数',
    noMatch: '没有与“{{text}}”匹配的记录。',
  },
  snapshot: {
    taken: '保存于 {{time}}',
    rename: '重命名',
    renameTitle: '重命名快照',
    delete: '删除快照',
    deleteTitle: '删除“{{name}}”？',
    deleteText: '保存的参数值将永久删除，任务及其会话仍保留在历史记录中。',
  },
  job: {
    created: '开始于 {{time}}',
    result: '结果',
    input: '输入',
  },
} as const
