export const pointing = {
  title: '让设备连到这台电脑',
  intro: '方法由轻到重，每种都写明改动了什么、如何还原。',
  which: '哪台设备',
  anyBox: '任意设备',
  maker: '按厂家或运营商查看步骤',
  stepsNote: '运营商定制版本的菜单名称可能略有不同。改之前请先记下原来的地址。',
  strengths: { hand: '轻：手工填写', tr064: '中：从本机设置', dhcp: '重：影响整段网络' },
  changes: '改动',
  undo: '还原方法',
  methods: {
    hand: {
      title: '在设备上手工填写',
      changes: '由您在设备上填写的 ACS 地址。',
      undo: '重新填回运营商的地址，或在这里交还设备。',
    },
    tr064: {
      title: '通过 TR-064 设置',
      changes: '设备里的 ACS 地址；改动前会先记下原来的值。',
      undo: '交还设备：写回地址、用户名和上报间隔。密码读不出来，保持不变。',
    },
    dhcp: {
      title: '通过 DHCP 下发',
      changes: '不永久改动设备。FieldACS 在这段网线上分配地址，并随之下发 ACS 地址（选项 43 和 125）。',
      undo: '停止 DHCP 并重启设备；租约十分钟内到期。',
    },
  },
  reasons: {
    noTr064: '该设备不支持 TR-064。',
    noAdapter: '请选择连接设备的网卡。',
    foreignDhcp: '这段网络上已有别的 DHCP 服务器应答。请把设备单独接到这台电脑。',
  },
  login: {
    title: '设备登录',
    hint: '设备管理页面的密码。多数设备的用户名是 dslf-config，或管理页面上的用户。',
  },
  hand: {
    huawei: {
      name: '华为',
      steps:
        '网关：用 telecomadmin 登录，进入“系统工具 > TR-069”（或“网络 > 远程管理”）。机顶盒：按遥控器“设置”，输入维护密码，进入“高级设置 > 远程管理”。填写地址，保存并重启。',
    },
    zte: {
      name: '中兴',
      steps:
        '网关：用管理员登录，进入“管理与诊断 > TR-069”。机顶盒：设置 > 维护密码 > 网管（TMS）。填写地址，保存并重启。',
    },
    fiberhome: {
      name: '烽火',
      steps: '用管理员登录，进入“管理 > 远程管理 > TR-069 客户端”。填写地址，应用后重启。',
    },
    skyworth: {
      name: '创维',
      steps: '机顶盒：设置 > 装维密码 > 网管设置 > ACS 地址。网关：管理 > TR-069。填写地址，保存并重启。',
    },
    hisense: {
      name: '海信',
      steps: '机顶盒：设置 > 工程菜单 > TMS 地址。填写地址，保存并重启。',
    },
    tplink: {
      name: 'TP-Link',
      steps: '登录后进入“高级 > 系统工具 > CWMP 设置”，开启 CWMP，填写 ACS 地址并保存。',
    },
    avm: {
      name: 'AVM',
      steps: '请用设备用户通过 TR-064 设置：许多版本隐藏了运营商服务页面。',
    },
    sagemcom: {
      name: 'Sagemcom',
      steps: '用管理员登录，进入“Management > TR-069 client”，填写 ACS 地址，开启周期上报，应用。',
    },
    mikrotik: {
      name: 'MikroTik',
      steps: '在终端执行：/tr069-client set enabled=yes acs-url=<地址> periodic-inform-enabled=yes',
    },
    telecom: {
      name: '电信定制网关（光猫）',
      steps:
        '用维护账号登录（不是背面标签上的普通用户），进入“网络 > 远程管理 > ITMS 服务器”。填写 ACS 地址，打开周期上报，保存并重启。',
    },
    unicom: {
      name: '联通定制网关（光猫）',
      steps:
        '用管理员账号登录，进入“网络 > 远程管理 > RMS 服务器”（有的版本在“TR-069”页）。填写 ACS 地址，打开周期上报，保存并重启。',
    },
    mobile: {
      name: '移动定制网关（光猫）',
      steps:
        '用超级管理员账号登录，进入“网络 > 远程管理 > 省级数字家庭管理平台”。填写 ACS 地址，打开周期上报，保存并重启。',
    },
    generic: {
      name: '其他厂家',
      steps:
        '用装维密码打开设备的管理页面或菜单，查找 TR-069、CWMP、ACS、TMS 或远程管理。先记下现有地址，再填写本机地址，保存并重启设备。',
    },
  },
  tr064: {
    read: '读取设置',
    set: '设置 ACS 地址',
    setting: '设置项',
    before: '改动前',
    after: '改动后',
    planned: '将设为',
    verified: '回读确认：设备已是新地址。',
    different: '回读的地址与写入的不一致。',
  },
  dhcp: {
    title: '工作台 DHCP',
    warning: '只用于设备单独接在这台电脑上的情况，切勿在用户网络中使用。',
    form: '选项 43 的写法',
    agree: '设备单独接在这台电脑上',
    lease: { address: '地址', mac: 'MAC', hostName: '名称', asksForAcs: 'ACS 地址', until: '租约到期' },
    told: '已索要并下发',
    notAsked: '没有索要',
    start: '先查找其他服务器，再启动',
    stop: '停止',
    pool: '地址 {{first}} 至 {{last}}',
    states: {
      stopped: '已停止',
      probing: '正在查找是否有其他服务器应答…',
      running: '正在 {{adapter}} 上分配地址',
      failed: '未运行',
    },
    option43: { suboption: '选项 43 按标准编码', text: '选项 43 用纯文本，适用于个别设备' },
    noLeases: '还没有设备请求地址，请重启设备。',
  },
} as const

export const handOver = {
  title: '交还运营商',
  intro: '写回设备原来的值并回读确认，再观察设备是否不再连接本机。',
  remembered: '首次改动前记下的值',
  noPassword: '运营商的密码无法从设备读出。只有您改过它时才需要填写。',
  none: '没有真实设备指向这台电脑。演示设备没有运营商。',
  urlUnknown: '运营商的地址未知',
  nothingRemembered: '没有通过本软件改动过，所以没有记下任何值。请填写运营商的地址。',
  goThere: '先交还',
  url: '运营商的 ACS 地址',
  username: '用户名',
  password: '密码',
  interval: '上报间隔（秒）',
  start: '交还',
  passwordStays: '没有写入密码，设备保持原有密码。',
  proofs: {
    called: '设备接受了反向连接请求，并且没有连到本机：已回到运营商。',
    silent: '回读与写入一致，观察期间设备没有再连接本机。',
  },
  pending: {
    title_other: '还有 {{count}} 台设备连着这台电脑',
    text: '您离开后它们就没有 ACS 了，请先交还。',
    leaveAnyway: '仍然离开',
    handOverNow_other: '立即交还（{{count}} 台）',
    allBack: '所有设备都已交还运营商',
    mayLeave: '每台都已回读确认，观察期间没有再连到本机。',
    leave: '关闭 FieldACS',
  },
} as const

export const enableHeartbeat = {
  title: '开通 UDP 唤醒',
  intro: '在设备上开启心跳，写入反向连接的用户名和密码，并验证能把设备叫来。',
  start: '开通并验证',
  period: '心跳间隔（秒）',
  proven: '{{heartbeatSeconds}} 秒后收到来自 {{address}}:{{port}} 的心跳；呼叫后 {{informSeconds}} 秒设备上报。',
} as const

export const pointingSteps = {
  waitingForHeartbeat: '等待设备的心跳',
  callingByUdp: '正在通过 UDP 呼叫设备',
  watchingHandOver: '观察设备是否不再连接本机',
} as const

export const pointingJobKinds = {
  enableHeartbeat: '开通 UDP 唤醒',
  handOver: '交还运营商',
} as const

export const pointingErrors = {
  HEARTBEAT_NOT_SUPPORTED: {
    title: '设备不支持 UDP 心跳',
    cause: '设备拒绝了 STUNEnable（{{faultCode}} {{text}}）。',
  },
  HEARTBEAT_NOT_HEARD: {
    title: '没有收到设备的心跳',
    cause: '参数已写入，但 {{seconds}} 秒内 UDP 端口 {{port}} 没有收到心跳。',
  },
  UDP_REQUEST_NO_INFORM: {
    title: '设备不响应 UDP 呼叫',
    cause: '心跳正常到达，但呼叫后 {{seconds}} 秒内没有 Inform。',
  },
  HAND_OVER_URL_UNKNOWN: {
    title: '不知道运营商的 ACS 地址',
    cause: '首次读取时，设备里已经是这台电脑的地址。',
  },
  HAND_OVER_OWN_URL: {
    title: '这个地址指向本机',
    cause: '{{url}} 是这台电脑的地址，不是运营商的。',
  },
  HAND_OVER_NOT_TAKEN: {
    title: '设备没有接受运营商的地址',
    cause: '设备里仍是 {{url}}。{{text}}',
  },
  HAND_OVER_STILL_HERE: {
    title: '设备已是运营商的地址，却仍连到本机',
    cause: '设备里是 {{url}}，但网络中的 DHCP、DNS 或重定向把它引到了这台电脑。',
  },
  TR064_NOT_OFFERED: {
    title: '设备不支持 TR-064',
    cause: '设备描述里没有 ACS 设置服务。',
  },
  TR064_LOGIN_WRONG: {
    title: '设备拒绝登录',
    cause: '用户名“{{username}}”或密码不对，或没有修改设置的权限。',
  },
  TR064_BASIC_ONLY: {
    title: '设备要求明文发送密码',
    cause: '它的 TR-064 只支持 Basic。这个密码能改设备的全部设置，因此不会明文发送。',
  },
  TR064_REFUSED: {
    title: '设备拒绝执行 {{action}}',
    cause: '设备答复 {{faultCode}} {{text}}。',
  },
  TR064_NO_ANSWER: {
    title: '设备没有应答 TR-064',
    cause: '{{url}}：{{cause}}',
  },
  DHCP_OTHER_SERVER: {
    title: '这段网络上已有 DHCP 服务器',
    cause: '{{address}} 正在 {{adapter}} 上分配地址。两台服务器同时工作会扰乱整个网络。',
  },
  DHCP_NO_NETWORK: {
    title: '该网卡没有可分配地址的网段',
    cause: '需要真实的网卡，且有地址，掩码在 255.0.0.0 与 255.255.255.248 之间。',
  },
} as const

export const pointingRemedies = {
  useHttpRequests: { text: '请用 HTTP 呼叫这台设备，或等待它周期上报。', action: '' },
  checkUdpPath: {
    text: '请运行自检：防火墙必须放行心跳端口。有些设备重启后才读取 STUN 设置，请重启设备。',
    action: '运行自检',
  },
  checkUdpCredentials: {
    text: '请重新设置反向连接的用户名和密码再试。有些设备重启后才生效。',
    action: '设置密码',
  },
  enterOperatorUrl: { text: '请填写运营商的 ACS 地址：可查工单，或查看同型号的其他设备。', action: '' },
  enterUrlOnBox: { text: '请在设备菜单中填写运营商的地址，或恢复出厂设置。', action: '' },
  stopLeadingHere: {
    text: '请停止本机的 DHCP，并去掉把运营商域名指向本机的设置，然后重启设备。',
    action: '查看 DHCP 服务器',
  },
  pointByHand: { text: '请在设备菜单中填写 ACS 地址。', action: '查看步骤' },
  enterBoxPassword: { text: '请填写设备管理页面的密码，通常印在标签上。', action: '' },
  useOtherServer: {
    text: '请把设备单独接到这台电脑，或在现有服务器里配置选项 43。',
    action: '',
  },
} as const
