export const states = {
  device: {
    seen: '已发现',
    informing: '上报中',
    managed: '已纳管',
    authFailed: '认证失败',
    lost: '失联',
  },
  deviceMeanings: {
    seen: '已在网络中发现，但还没有连接过本 ACS。',
    informing: '已发来 Inform，但还没有完成过一次会话。',
    managed: '能与本 ACS 正常完成会话，可以读取参数。',
    authFailed: '最近几次登录被拒绝：用户名或密码与设置不一致。',
    lost: '超过 Inform 周期仍没有收到它的消息。',
  },
  dataModel: {
    tr098: 'TR-098（网关）',
    tr181: 'TR-181（Device:2）',
    tr106: 'TR-106（机顶盒）',
    unknown: '未知',
  },
  job: {
    queued: '排队中',
    running: '执行中',
    waiting: '等待设备',
    cancelling: '正在停止',
    succeeded: '完成',
    failed: '失败',
    cancelled: '已取消',
    interrupted: '已中断',
  },
  jobKind: {
    read: '读取参数',
  },
  session: {
    open: '进行中',
    completed: '已完成',
    replaced: '被新会话取代',
    timeout: '超时',
    failed: '失败',
    refused: '被拒绝',
    stopped: '已停止',
  },
} as const
