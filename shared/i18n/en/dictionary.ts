/** Words about the parameters themselves; their names are in `shared/dictionary`. */
export const dictionary = {
  areas: {
    identity: 'Identity and state',
    management: 'Management',
    time: 'Time',
    lan: 'LAN and ports',
    wan: 'WAN and routing',
    wifi: 'Wi-Fi',
    hosts: 'Devices in the home',
    optics: 'Optics',
    iptv: 'IPTV service',
    operatorStb: 'Operator: set-top box',
    monitoring: 'IPTV quality',
    operatorGateway: 'Operator: gateway',
    voice: 'Telephony',
    diagnostics: 'Tests',
    faults: 'Alarms and statistics',
  },
} as const
