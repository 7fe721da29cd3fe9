export const dictionary = {
  areas: {
    identity: '设备标识与状态',
    management: '远程管理',
    time: '时间',
    lan: 'LAN 与网口',
    wan: 'WAN 与路由',
    wifi: 'Wi-Fi',
    hosts: '下挂终端',
    optics: '光路',
    iptv: 'IPTV 业务',
    operatorStb: '运营商机顶盒参数',
    monitoring: 'IPTV 质量',
    operatorGateway: '运营商网关参数',
    voice: '语音',
    diagnostics: '诊断测试',
    faults: '告警与统计',
  },
} as const
