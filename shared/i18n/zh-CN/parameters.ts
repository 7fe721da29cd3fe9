export const validation = {
  boolean: '只能是“是”或“否”：true、false、1 或 0。',
  integer: '请输入整数。',
  number: '请输入数字。',
  range: '取值范围为 {{min}} 到 {{max}}。',
  tooLong: '最多 {{max}} 个字符，现在是 {{length}} 个。',
  tooShort: '至少 {{min}} 个字符，现在是 {{length}} 个。',
  notAllowed: '只能是以下之一：{{values}}',
  ip: '请输入 IP 地址，例如 192.168.1.10。',
  ipv4: '请输入 IPv4 地址，例如 192.168.1.10。',
  mac: '请输入 MAC 地址，例如 00:E0:FC:12:34:56。',
  url: '请输入完整地址，例如 http://10.0.0.1:8080/acs。',
  dateTime: '请输入日期和时间，例如 2026-01-31T08:30:00Z。',
  hex: '请输入成对的十六进制数字。',
  base64: '请输入 Base64 内容。',
  pattern: '格式应为 {{pattern}}。',
  controlCharacter: '含有无法发送的字符。',
} as const

export const templates = {
  problems: {
    baseMissing: '它基于模板“{{base}}”，但该模板不存在。',
    baseCycle: '模板继承成环，经由“{{base}}”又回到自己。',
    wrongDevice: '该模板不适用于这台设备（{{model}}）。',
    variableMissing: '请填写“{{variable}}”。',
    variableInvalid: '“{{variable}}”的值不可用。',
    variableUnknown: '模板没有变量“{{variable}}”，已忽略。',
    conceptUnknown: '当前版本不认识“{{what}}”。',
    notOnBox: '设备没有这个参数：{{what}}',
    valueInvalid: '{{path}} 的值无法写入。',
    readOnly: '设备不允许写入：{{path}}',
    twice: '同一参数设置了两次且值不同，以最后一次为准：{{path}}',
    encrypted: '设备要求该密码加密传输（IsEncryptMark），写入明文可能导致认证失败：{{path}}',
    objectUnknown: '{{what}} 引用了“{{object}}”，但模板中没有描述它。',
    instanceAssumed: '尚未读取设备，假定 {{what}} 对应 {{path}}。',
  },
} as const

export const parameterJobKinds = {
  provision: '业务下发',
  backup: '备份参数',
  restore: '恢复参数',
} as const

export const parameterSteps = {
  readingForTemplate: '正在读取模板涉及的参数',
  readingForBackup: '正在读取全部参数',
  keepingBackup: '正在保存修改前的值',
  comparing: '正在与备份比较',
  readingAfterReboot: '重启后正在回读',
} as const

export const parameterErrors = {
  TEMPLATE_FILE_INVALID: { title: '这不是模板文件', cause: '在“{{place}}”处无法读取：{{detail}}' },
  TEMPLATE_READY_MADE: { title: '内置模板不能修改', cause: '内置模板随软件提供，也随软件更新。' },
  TEMPLATE_IN_USE: { title: '模板仍在使用', cause: '有其他内容继承或引用它：{{by}}' },
  TEMPLATE_PROBLEMS: {
    title: '该模板不能用于这台设备',
    cause: '写入之前发现 {{count}} 个问题，第一个是：{{code}} {{what}}',
  },
  NOTHING_TO_RESTORE: {
    title: '没有需要恢复的内容',
    cause: '快照中的值，这台设备要么没有、要么不可写、要么已经相同。',
  },
  CONFIG_FILE_NOT_SENT: {
    title: '设备没有发来配置文件',
    cause: '设备答应上传，但没有收到文件；不少型号本来就不提供配置文件。',
  },
  DATA_MODEL_NOT_XML: { title: '文件已损坏', cause: '{{file}} 第 {{line}} 行，第 {{byte}} 字节：' },
  DATA_MODEL_NOT_ONE: {
    title: '这不是数据模型',
    cause: '{{file}} 是 XML，但不是 Broadband Forum 格式的数据模型：',
  },
  DATA_MODEL_TOO_LARGE: { title: '文件过大', cause: '{{file}} 有 {{megabytes}} MB，数据模型文件最大 {{limit}} MB。' },
  DATA_MODEL_FILE_UNREADABLE: { title: '无法打开文件', cause: '{{file}} 无法从所在位置读取：' },
  DATA_MODEL_IMPORTS_MISSING: { title: '还缺少其他文件', cause: '{{file}} 引用的文件不在同一文件夹中：{{missing}}' },
} as const

export const parameterRemedies = {
  checkFile: { text: '请选择其他文件，或重新获取该文件。', action: '选择文件' },
  copyTemplate: { text: '请另存为副本，再修改副本。', action: '复制模板' },
  changeDependants: { text: '请先修改或删除引用它的内容。', action: '' },
  correctValues: { text: '请更正填写的值，或改用其他模板。', action: '返回修改' },
  chooseSnapshot: { text: '请选择其他快照。', action: '选择快照' },
  useParameters: {
    text: '参数已照常备份，没有配置文件也可以恢复参数。',
    action: '',
  },
  addImports: {
    text: '请选择缺少的文件，或把它们放到同一文件夹，也可改用不依赖其他文件的“-full”版本。',
    action: '选择缺少的文件',
  },
} as const

export const restore = {
  reasons: {
    notOnBox: '设备没有该参数。',
    readOnly: '设备不允许写入。',
    concealed: '设备从不返回该密码，备份中没有。',
    ownOfBox: '该值只属于原来那台设备。',
    command: '写入它会触发操作。',
    acsUrl: '会让设备离开本机 ACS。',
  },
} as const

export const deviceList = {
  errors: {
    noKey: '第 {{line}} 行：没有序列号。',
    keyTwice: '第 {{line}} 行：{{key}} 已在第 {{first}} 行出现过。',
    unknownColumn: '模板中没有“{{column}}”，该列已忽略。',
    tooManyCells: '第 {{line}} 行：有 {{count}} 个单元格，但只有 {{columns}} 列。',
    valueMissing: '第 {{line}} 行：缺少“{{variable}}”。',
    valueInvalid: '第 {{line}} 行：“{{variable}}”的值不可用。',
    openQuote: '第 {{line}} 行：引号没有成对。',
  },
} as const
