export const fileDialogs = {
  titles: { firmware: '选择要下发到设备的文件', log: '选择日志文件', dataModel: '选择数据模型文件' },
  filters: { firmware: '固件和配置文件', log: '日志', dataModel: '数据模型' },
  all: '所有文件',
} as const

export const dataModels = {
  title: '数据模型',
  intro: '内置字典不认识的参数，可由数据模型文件说明：含义、类型和取值范围（文字以文件原文为准）。',
  drop: '把数据模型文件拖到这里',
  dropNow: '松开即可加载',
  dropHint: 'Broadband Forum 或厂商的 XML 文件。引用其他文件的模型，请一次选中全部文件。',
  choose: '选择文件',
  loading: '正在读取 {{file}}',
  list: '已加载',
  none: '还没有加载数据模型。字典认识的参数不需要它。',
  counts: '{{objects}} 个对象，{{parameters}} 个参数',
  added: '加载于 {{time}}',
  result: '加载结果',
  loaded: '{{name}}：{{parameters}} 个参数，来自 {{files}}',
  usedAsPart: '{{file}} 是 {{name}} 引用的部件文件。',
  missingParts: '以下被引用的部件在所有文件中都找不到：{{missing}}，相关内容未加载。',
  removeTitle: '移除“{{name}}”？',
  removeText: '只靠它说明的参数将不再有说明和取值范围，文件本身不受影响。',
  remove: '移除 {{name}}',
  order: '多个模型说明同一参数时，以最后加载的为准。',
  loadFor: '加载数据模型…',
} as const
