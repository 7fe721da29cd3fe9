export const steps = {
  queued: '排队中',
  calling: '正在唤起设备',
  waiting: '等待设备打开会话',
  reading: '正在读取参数值',
  saving: '正在保存参数值',
  done: '完成',
} as const

export const sessionReasons = {
  malformedBody: '有一条报文无法理解。',
} as const
