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
  newInform: '设备开始了新的会话。',
  silent: '设备没有再发来报文。',
  noAnswer: '设备没有及时答复。',
  serverStopped: '服务器已停止。',
  appStopped: '应用已关闭。',
  redirected: '设备已被转到另一个 ACS。',
  wrongPassword: '设备的密码不正确。',
  unknownUser: '此处没有设备使用的用户名。',
  replay: '设备重复使用了同一次登录。',
  malformed: '设备的登录信息无法读取。',
  internal: '本应用出错，请查看日志。',
} as const
