/** Bringing a box to this laptop and giving it back: the ways, hand steps by maker, the DHCP server, the hand-over. */
export const pointing = {
  title: 'Point the box at this laptop',
  intro: 'From mild to strong. Each way says what it changes and how it is undone.',
  which: 'Which box',
  anyBox: 'Any box',
  maker: 'Steps by maker or operator',
  stepsNote: 'Operators rename their menus: names may differ a little. Note the present URL before you change it.',
  strengths: { hand: 'mild: by hand', tr064: 'middle: from here', dhcp: 'strong: the whole wire' },
  changes: 'Changes',
  undo: 'Undone by',
  methods: {
    hand: {
      title: 'Enter the URL on the box',
      changes: 'The ACS URL in the box, entered by you.',
      undo: 'Enter the operator’s URL again, or hand over from here.',
    },
    tr064: {
      title: 'Set the URL by TR-064',
      changes: 'The ACS URL in the box, after what stands there now has been remembered.',
      undo: 'Hand over: URL, user name and interval are written back. The password cannot be read and stays as it is.',
    },
    dhcp: {
      title: 'Tell the URL by DHCP',
      changes:
        'Nothing in the box for good. FieldACS gives addresses on this wire and tells the ACS URL with them (options 43 and 125).',
      undo: 'Stop the DHCP server and restart the box: a lease ends within ten minutes.',
    },
  },
  reasons: {
    noTr064: 'This box does not offer TR-064.',
    noAdapter: 'Choose the adapter that the box is connected to.',
    foreignDhcp: 'Another DHCP server answers on this wire. Connect the box to the laptop alone.',
  },
  login: {
    title: 'Login of the box',
    hint: 'The password of its settings page. Many boxes take the user name dslf-config, or a user of their own page.',
  },
  hand: {
    huawei: {
      name: 'Huawei',
      steps:
        'Gateway: log in as telecomadmin, then System Tools > TR-069 (or Network > Remote Management). Set-top box: press Settings on the remote, enter the maintenance password, then Advanced > Remote management. Enter the URL, save, restart.',
    },
    zte: {
      name: 'ZTE',
      steps:
        'Gateway: log in as administrator, then Management & Diagnosis > TR-069. Set-top box: Settings > maintenance password > Network management (TMS). Enter the URL, save, restart.',
    },
    fiberhome: {
      name: 'FiberHome',
      steps:
        'Log in as administrator, then Management > Remote management > TR-069 client. Enter the URL, apply, restart.',
    },
    skyworth: {
      name: 'Skyworth',
      steps:
        'Set-top box: Settings > installer password > Network management > ACS address. Gateway: Management > TR-069. Enter the URL, save, restart.',
    },
    hisense: {
      name: 'Hisense',
      steps: 'Set-top box: Settings > engineering menu > TMS address. Enter the URL, save, restart.',
    },
    tplink: {
      name: 'TP-Link',
      steps: 'Log in, then Advanced > System Tools > CWMP Settings. Switch CWMP on, enter the ACS URL, save.',
    },
    avm: {
      name: 'AVM',
      steps: 'Use TR-064 with a user of the box: the page for the provider’s services is hidden on many versions.',
    },
    sagemcom: {
      name: 'Sagemcom',
      steps:
        'Log in as administrator, then Management > TR-069 client. Enter the ACS URL, switch periodic Inform on, apply.',
    },
    mikrotik: {
      name: 'MikroTik',
      steps: 'In a terminal: /tr069-client set enabled=yes acs-url=<URL> periodic-inform-enabled=yes',
    },
    telecom: {
      name: 'China Telecom gateway (ONT)',
      steps:
        'Log in with the maintenance account (not the user of the label), then Network > Remote management > ITMS server. Enter the URL, switch periodic Inform on, save, restart.',
    },
    unicom: {
      name: 'China Unicom gateway (ONT)',
      steps:
        'Log in with the administrator account, then Network > Remote management > RMS server (TR-069 on some versions). Enter the URL, switch periodic Inform on, save, restart.',
    },
    mobile: {
      name: 'China Mobile gateway (ONT)',
      steps:
        'Log in with the super administrator account, then Network > Remote management > provincial digital home platform. Enter the URL, switch periodic Inform on, save, restart.',
    },
    generic: {
      name: 'Other makers',
      steps:
        'Open the page or menu of the box with the installer password. Look for TR-069, CWMP, ACS, TMS or remote management. Note the present URL, enter the one of this laptop, save, restart the box.',
    },
  },
  tr064: {
    read: 'Read the settings',
    set: 'Set the ACS URL',
    setting: 'Setting',
    before: 'Before',
    after: 'After',
    planned: 'To be set',
    verified: 'The box reads the new URL back.',
    different: 'The box reads another URL back.',
  },
  dhcp: {
    title: 'DHCP server for the bench',
    warning: 'Only for a box that is connected to this laptop alone. Never on a customer’s network.',
    form: 'Form of option 43',
    agree: 'The box is connected to this laptop alone',
    lease: { address: 'Address', mac: 'MAC', hostName: 'Name', asksForAcs: 'ACS URL', until: 'Lease until' },
    told: 'asked for and told',
    notAsked: 'not asked for',
    start: 'Look for another server, then start',
    stop: 'Stop',
    pool: 'Addresses {{first}} to {{last}}',
    states: {
      stopped: 'Stopped',
      probing: 'Looks whether another server answers …',
      running: 'Gives addresses on {{adapter}}',
      failed: 'Not running',
    },
    option43: { suboption: 'Option 43 as the standard has it', text: 'Option 43 as bare text, for odd boxes' },
    noLeases: 'Nobody has asked for an address yet. Restart the box.',
  },
} as const

export const handOver = {
  title: 'Hand over to the operator',
  intro: 'Writes back what stood in the box before, reads it back, and watches that it does not come here again.',
  remembered: 'Remembered before the first change',
  noPassword: 'The operator’s password cannot be read from a box. Enter it only if you changed it.',
  none: 'No real box points to this laptop. Demo boxes have no operator.',
  urlUnknown: 'operator’s URL not known',
  nothingRemembered: 'Nothing was changed through this app, so nothing is remembered. Enter the URL of the operator.',
  goThere: 'Hand over first',
  url: 'ACS URL of the operator',
  username: 'User name',
  password: 'Password',
  interval: 'Inform interval (seconds)',
  start: 'Hand over',
  passwordStays: 'The password was not written: the box keeps the one it has.',
  proofs: {
    called: 'It took a connection request and did not come here: it is with its operator.',
    silent: 'The values read back as written, and it did not come here while it was watched.',
  },
  pending: {
    title_one: '{{count}} box still contacts this laptop',
    title_other: '{{count}} boxes still contact this laptop',
    text: 'When you leave, they lose their ACS. Hand them over first.',
    leaveAnyway: 'Leave anyway',
    handOverNow_one: 'Hand it over now',
    handOverNow_other: 'Hand {{count}} over now',
    allBack: 'Every box is back with its operator',
    mayLeave: 'Each was read back, and did not come here while it was watched.',
    leave: 'Close FieldACS',
  },
} as const

export const enableHeartbeat = {
  title: 'Make it reachable by UDP',
  intro:
    'Switches heartbeats on in the box, gives it credentials for connection requests, and proves that it comes when called.',
  start: 'Set up and prove',
  period: 'Heartbeat every (seconds)',
  proven:
    'Heartbeat from {{address}}:{{port}} after {{heartbeatSeconds}} s; called, it informed after {{informSeconds}} s.',
} as const

export const pointingSteps = {
  waitingForHeartbeat: 'Waiting for its heartbeat',
  callingByUdp: 'Calling the box by UDP',
  watchingHandOver: 'Watching that it does not come back',
} as const

export const pointingJobKinds = {
  enableHeartbeat: 'Make reachable by UDP',
  handOver: 'Hand over',
} as const

export const pointingErrors = {
  HEARTBEAT_NOT_SUPPORTED: {
    title: 'The box has no UDP heartbeat',
    cause: 'It refuses STUNEnable ({{faultCode}} {{text}}).',
  },
  HEARTBEAT_NOT_HEARD: {
    title: 'No heartbeat of the box was heard',
    cause: 'The values were accepted, but nothing came to UDP port {{port}} in {{seconds}} s.',
  },
  UDP_REQUEST_NO_INFORM: {
    title: 'The box does not answer UDP requests',
    cause: 'Its heartbeats arrive, but no Inform followed the requests in {{seconds}} s.',
  },
  HAND_OVER_URL_UNKNOWN: {
    title: 'The operator’s ACS URL is not known',
    cause: 'The box had this laptop’s URL already when it was first read.',
  },
  HAND_OVER_OWN_URL: {
    title: 'This URL leads to this laptop',
    cause: '{{url}} is an address of this laptop, not of the operator.',
  },
  HAND_OVER_NOT_TAKEN: {
    title: 'The box did not take the operator’s URL',
    cause: 'It still has {{url}}. {{text}}',
  },
  HAND_OVER_STILL_HERE: {
    title: 'The box has the operator’s URL and comes here all the same',
    cause: 'It has {{url}}, but something on this network leads it to this laptop: DHCP, DNS or a redirect.',
  },
  TR064_NOT_OFFERED: {
    title: 'The box does not offer TR-064',
    cause: 'Its description names no service for the ACS settings.',
  },
  TR064_LOGIN_WRONG: {
    title: 'The box refuses the login',
    cause: 'User name “{{username}}” or its password is wrong, or lacks the right to change settings.',
  },
  TR064_BASIC_ONLY: {
    title: 'The box wants its password unprotected',
    cause: 'By TR-064 it offers Basic alone. Its password opens every setting, so it is not sent readable.',
  },
  TR064_REFUSED: {
    title: 'The box refuses {{action}}',
    cause: 'It answered {{faultCode}} {{text}}.',
  },
  TR064_NO_ANSWER: {
    title: 'The box does not answer by TR-064',
    cause: '{{url}}: {{cause}}',
  },
  DHCP_OTHER_SERVER: {
    title: 'Another DHCP server answers on this wire',
    cause: '{{address}} gives addresses on {{adapter}}. Two servers would break the network for everybody on it.',
  },
  DHCP_NO_NETWORK: {
    title: 'This adapter has no network to give addresses in',
    cause: 'A real adapter with an address and a mask between 255.0.0.0 and 255.255.255.248 is needed.',
  },
} as const

export const pointingRemedies = {
  useHttpRequests: { text: 'Call this box by HTTP, or wait for its periodic Inform.', action: '' },
  checkUdpPath: {
    text: 'Run the self-check: the firewall must let the heartbeat port through. Restart the box if it reads STUN settings only at its start.',
    action: 'Run the self-check',
  },
  checkUdpCredentials: {
    text: 'Set new credentials for connection requests, then try again. Some boxes take them only after a restart.',
    action: 'Set credentials',
  },
  enterOperatorUrl: {
    text: 'Enter the ACS URL of the operator; it is on the work order, or in a box of the same kind.',
    action: '',
  },
  enterUrlOnBox: {
    text: 'Enter the operator’s URL in the menu of the box, or reset it to factory defaults.',
    action: '',
  },
  stopLeadingHere: {
    text: 'Stop the DHCP server here, and take out what leads the operator’s name to this laptop. Then restart the box.',
    action: 'Show the DHCP server',
  },
  pointByHand: { text: 'Enter the ACS URL in the menu of the box.', action: 'Show the steps' },
  enterBoxPassword: { text: 'Enter the password of its settings page; it is often on its label.', action: '' },
  useOtherServer: {
    text: 'Connect the box to this laptop alone, or enter option 43 in the server that is there.',
    action: '',
  },
} as const
