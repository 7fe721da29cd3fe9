export const errors = {
  INTERNAL: {
    title: 'FieldACS 内部出错',
    cause: '这是软件的问题，与您的操作和设备无关。没有重复发送任何内容。',
  },
  BAD_REQUEST: {
    title: '输入的内容无法使用',
    cause: '缺少某个值，或者格式不对。',
  },
  NOT_FOUND: {
    title: '内容已不存在',
    cause: '它已被删除，或者屏幕上的列表不是最新的。',
  },
  DEVICE_NOT_FOUND: {
    title: '没有这台设备',
    cause: '它已从列表移除，或者从未连接过本 ACS。',
  },
  JOB_NOT_FOUND: {
    title: '没有这个任务',
    cause: '它已随设备一起删除，或者属于另一个数据文件夹。',
  },
  JOB_NOT_CANCELLABLE: {
    title: '任务现在不能停止',
    cause: '它已经结束，或者正处于不能中断的步骤。',
  },
  JOB_CANCELLED: {
    title: '任务已取消',
    cause: '任务在完成之前被人停止。',
  },
  JOB_INTERRUPTED: {
    title: '任务已中断',
    cause: '任务执行过程中 FieldACS 被关闭。当时设备尚未答复的内容，结果未知。',
  },
  JOB_DEADLINE: {
    title: '设备没有上线',
    cause: '在截止时间之前没有会话：设备断电、待机、在别的网络，或者 ACS 地址填的是别处。',
  },
  SESSION_LOST: {
    title: '设备中断了会话',
    cause: '连接中途断开：网线松动、设备重启，或者设备不接受我们的报文。',
  },
  SESSION_TIMEOUT: {
    title: '设备没有继续响应',
    cause: '设备打开了会话，但没有按时继续。',
  },
  RPC_UNANSWERED: {
    title: '设备没有答复请求',
    cause: '设备直接结束了会话。有些设备遇到过大的请求就会这样。',
  },
  UNEXPECTED_ANSWER: {
    title: '设备答非所问',
    cause: '答复与请求不匹配，两条报文都在报文跟踪里。',
  },
  PORT_IN_USE: {
    title: '端口 {{port}} 已被占用',
    cause: '有别的程序在用它：另一个 ACS、Web 服务器，或者第二个 FieldACS。',
  },
  PORT_FORBIDDEN: {
    title: '没有权限打开端口 {{port}}',
    cause: '系统保留了该端口：在多数系统上，1024 以下的端口需要管理员权限。',
  },
  ADDRESS_NOT_AVAILABLE: {
    title: '网卡上已没有地址 {{address}}',
    cause: '网线被拔、网卡被停用，或者地址变了。',
  },
  ADAPTER_UNKNOWN: {
    title: '找不到所选的网卡',
    cause: '选定之后它被拔掉或改了名。',
  },
  DATA_DIR_UNUSABLE: {
    title: '数据文件夹无法使用',
    cause: '文件夹不存在或无法写入：{{path}}',
  },
  DATA_DIR_IN_USE: {
    title: '另一个 FieldACS 正在使用此数据文件夹',
    cause: '两个程序同时使用会损坏数据：{{path}}',
  },
  DISK_FULL: {
    title: '磁盘已满',
    cause: '{{path}} 无法再保存内容。此前保存的内容是安全的。',
  },
  DATABASE_NEWER: {
    title: '数据来自更新版本的 FieldACS',
    cause: '当前版本不认识这种数据格式（版本 {{version}}，最高支持 {{supported}}）。数据未作任何改动。',
  },
  DATABASE_CORRUPT: {
    title: '数据库已损坏',
    cause: '文件无法读取：{{path}}。电池耗尽或磁盘写满都可能造成。文件未作任何改动。',
  },
  DATABASE_READ_ONLY: {
    title: '数据库无法写入',
    cause: '文件或所在文件夹是只读的：{{path}}',
  },
  FILE_NOT_WRITABLE: {
    title: '文件无法写入',
    cause: '{{path}} 拒绝写入（{{detail}}）：文件夹可能不存在、受保护，或正被其他程序使用。',
  },
  FIRMWARE_NOT_FOUND: {
    title: '文件库中没有此文件',
    cause: '文件已被移除，或属于另一个数据文件夹。',
  },
  FIRMWARE_UNREADABLE: {
    title: '无法读取该文件',
    cause: '文件已被移动、所在磁盘已拔出，或当前用户无权读取（{{detail}}）。',
  },
  FIRMWARE_EMPTY: {
    title: '文件为空',
    cause: '文件没有任何内容，可能是下载或复制时中断。',
  },
  FIRMWARE_DAMAGED: {
    title: '已保存的 {{fileName}} 发生了变化',
    cause: '其校验值与添加时不一致：文件被修改、截断或删除。该文件未被下发。',
  },
  NO_ADDRESS_FOR_BOX: {
    title: '设备无法访问本机的任何地址',
    cause: '位于 {{address}} 的设备不在所选网卡的网络中，下载链接对它无效。',
  },
  SECRETS_UNAVAILABLE: {
    title: '无法读取已保存的密码',
    cause: '密码由系统密钥库加密，而密钥库已锁定或属于其他用户。',
  },
  unknown: {
    title: '错误代码 {{code}}',
    cause: '当前版本没有对它的说明。',
  },
} as const
