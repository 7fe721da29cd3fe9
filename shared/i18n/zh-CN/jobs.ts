export const steps = {
  queued: '排队中',
  starting: '正在开始',
  waitingForBox: '正在唤起设备',
  calledBox: '已唤起，等待设备打开会话',
  waitingForInform: '设备没有响应唤起，等待它下次 Inform',
  inSession: '设备已进入会话',
  reading: '正在读取参数值',
  done: '完成',
} as const

export const sessionReasons = {
  malformedBody: '有一条报文无法理解。',
  newInform: '设备没有结束这个会话就开始了新的会话。',
  noAnswer: '设备没有按时答复请求。',
  silent: '设备没有按时继续。',
  serverStopped: 'ACS 已关闭或换到别的地址。',
  appStopped: '会话期间 FieldACS 被关闭。',
  missing: '设备没有登录。',
  stale: '设备的登录信息已过期。',
  wrongPassword: '设备登录的密码错误。',
  unknownUser: '设备登录的用户名在这里不存在。',
  replay: '设备的登录信息此前已被使用。',
  malformed: '设备的登录信息无法理解。',
  unknown: '没有记录原因。',
  redirected: '设备已被转到另一个 ACS。',
  internal: '本应用出错，请查看日志。',
} as const
