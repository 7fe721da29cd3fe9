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
} as const
