export const jobKinds = {
  names: '列出参数名',
  write: '修改参数',
  addObject: '新增实例',
  deleteObject: '删除实例',
  attributes: '上报与访问属性',
  reboot: '重启',
  factoryReset: '恢复出厂设置',
  identify: '识别设备',
  scheduleInform: '预约上报',
  rpc: '单条请求',
  methods: '查询支持的方法',
  firmware: '固件升级',
  setCredentials: '下发认证信息',
} as const

export const flowSteps = {
  endingAtAnswer: '正在停止：设备还有一条应答未到，不再下发其他请求',
  listing: '正在列出参数名',
  readingBefore: '正在读取当前值',
  writing: '正在下发',
  readingBack: '正在回读核对',
  bisecting: '正在逐步排查被设备拒绝的参数',
  adding: '正在新增实例',
  deleting: '正在删除实例',
  sending: '正在下发请求',
  waitingForBoot: '设备正在重启，等待首次上报',
  waitingForBootstrap: '设备正在恢复出厂设置，等待首次上报',
  waitingForScheduled: '等待设备按预约上报',
  blinking: '指示灯正在闪烁',
  testingCredentials: '正在用新的认证信息发起连接请求',
} as const

export const flowErrors = {
  BOOT_NOT_SEEN: {
    title: '没有收到设备重启后的上报',
    cause:
      '重启请求已发出，但 {{seconds}} 秒内没有收到带 1 BOOT 的 Inform。设备可能卡死，也可能重启后连不上本 ACS。请求没有重复发送。',
  },
  RESET_NOT_SEEN: {
    title: '设备恢复出厂后没有回来',
    cause:
      '{{seconds}} 秒内没有收到 Inform。恢复出厂设置可能清除了 ACS 地址（{{acsUrl}}）和登录账号（{{username}}）。请求没有重复发送。',
  },
  ACS_URL_MAY_BE_LOST: {
    title: '设备可能会忘记本 ACS',
    cause: '很多型号恢复出厂后会清除 ACS 地址。如果设备没有自动回来，请重新填写：{{acsUrl}}（用户名 {{username}}）。',
  },
  SCHEDULED_INFORM_NOT_SEEN: {
    title: '设备没有按预约上报',
    cause: '设备接受了请求，但 {{seconds}} 秒内没有收到带 3 SCHEDULED 的 Inform。',
  },
  IDENTIFY_NOT_POSSIBLE: {
    title: '这台设备无法闪灯识别',
    cause: '设备没有可以开关指示灯的参数（TR-181 的 Device.LEDs，或厂商自有参数）。',
  },
  NO_CREDENTIALS_STORED: {
    title: '没有为这台设备保存认证信息',
    cause: '要求下发已保存的认证信息，但这台设备在该方向上没有自己的用户名和密码。',
  },
} as const

export const flowRemedies = {
  identifyOtherwise: {
    text: '可以在这里重启它，看哪台的指示灯熄灭；或拔掉一根网线，看哪台掉线；或核对标签上的序列号和 MAC。机顶盒还可以做播放测试，看哪台电视出画面。',
    action: '打开诊断',
  },
  enterAcsUrl: {
    text: '请在设备上重新填写 ACS 地址和账号（设备菜单、DHCP option 43 或设备网页），然后重启设备。',
    action: '复制 ACS 地址',
  },
  storeCredentials: { text: '请先填写这台设备的认证信息，或让软件自动生成。', action: '打开认证信息' },
} as const

export const quirks = {
  booleanForm: '下发布尔值的写法',
  dateTimeMilliseconds: '下发时间是否带毫秒',
  batchSize: '一次最多读取的参数个数',
  rootNames: '列出参数树的方式',
  cookiePath: '会话 Cookie 的 Path',
  emptyAnswer: '空应答的状态码',
  noTransferComplete: '从不上报传输完成',
  skipWritableCheck: '可写参数被标成只读',
  sources: { learned: '自动学习', manual: '手动设置' },
} as const

export const credentials = {
  directions: { acs: '设备登录本 ACS', connectionRequest: '本软件登录设备（连接请求）' },
  scopes: { default: '所有设备', model: '此型号', device: '此设备' },
  sources: { manual: '手动填写', generated: '自动生成' },
  setOnFirstContact: '新设备首次上线时自动下发专用的连接请求认证信息',
} as const
