/** Faults, collected evidence, diagnostics, monitoring and logs: kinds, steps, errors and remedies of this area. */
export const evidenceJobKinds = {
  bulkData: 'Set up bulk data',
  diagnose: 'Run diagnostics',
  readFaults: 'Read alarms',
  subscribeFaults: 'Subscribe to alarms',
  collect: 'Collect evidence',
} as const

export const evidenceSteps = {
  diagnosing: 'Starting a test',
  waitingForDiagnostics: 'The box is testing; waiting for its result',
  collecting: 'Collecting',
  waitingForFile: 'Waiting for the box to send the file',
  receivingLog: 'Receiving the log',
} as const

export const evidenceErrors = {
  DIAGNOSTIC_WITHOUT_STATE: {
    title: 'The box cannot start this test',
    cause: 'Its object {{object}} has no DiagnosticsState that could be set.',
  },
  BULK_DATA_NOT_SUPPORTED: {
    title: 'The box cannot send bulk data',
    cause: 'It has no {{object}} that speaks HTTP (TR-181, TR-069 Annex N).',
  },
  UPLOAD_NOT_COME: {
    title: 'The box accepted, but sent nothing',
    cause: 'Within {{seconds}} seconds it did not even connect to the file port of this PC.',
  },
  UPLOAD_ONLY_REPORTED: {
    title: 'The box says that it sent the file, but it never arrived',
    cause: 'It reported the end of the transfer without a fault, and did not connect to the file port of this PC.',
  },
  UPLOAD_BROKE_OFF: {
    title: 'The transfer broke off',
    cause: 'The box sent {{bytes}} bytes and then no more.',
  },
  UPLOAD_REFUSED: {
    title: 'The file was not taken',
    cause: 'The file port of this PC refused what the box sent ({{reason}}).',
  },
  UPLOAD_TOO_LARGE: {
    title: 'The file is larger than allowed',
    cause: 'It was cut off at {{limit}}, so that no box can fill this PC.',
  },
  UPLOAD_GIVEN_UP: {
    title: 'The box could not send the file',
    cause: 'Its own state says that it failed, before it connected to this PC.',
  },
  EVIDENCE_TOO_LARGE: {
    title: 'The evidence is too large for one file',
    cause: 'A zip file holds at most 4 GB.',
  },
  EVIDENCE_NOT_WRITTEN: {
    title: 'The file cannot be written',
    cause: 'Writing {{path}} failed ({{reason}}).',
  },
  LOG_UNREADABLE: {
    title: 'The log cannot be opened',
    cause: 'Reading {{path}} failed ({{reason}}).',
  },
  TOO_MANY_LOGS: {
    title: 'Too many logs are open',
    cause: 'At most {{count}} logs can be open at one time.',
  },
} as const

export const evidenceRemedies = {
  monitorBySessions: {
    text: 'Monitor it by short sessions instead: it shows the same figures.',
    action: 'Open monitoring',
  },
  checkUploadPath: {
    text: 'See in the trace which address the box was given, and whether it can reach this PC from there: it may send through its WAN port.',
    action: 'Open the trace',
  },
  raiseLimit: { text: 'Raise the largest size of a file and collect again.', action: '' },
  leaveFilesOut: { text: 'Leave out the largest files and save again.', action: 'Choose files' },
  chooseOtherPlace: {
    text: 'Choose another folder, or close the program that has the file open.',
    action: 'Choose folder',
  },
  closeLogs: { text: 'Close logs that are no longer needed.', action: 'Show open logs' },
} as const

export const alarms = {
  standing: 'standing',
  severities: {
    critical: 'Critical',
    major: 'Major',
    minor: 'Minor',
    warning: 'Warning',
    indeterminate: 'Indeterminate',
  },
  sources: {
    faultMgmt: 'Alarm table (FaultMgmt)',
    vendorAlarm: 'Vendor alarm',
    vendorEvent: 'Vendor event',
    errorCode: 'Error code of the player',
    valueChange: 'Watched parameter',
    monitor: 'Limit of the monitoring',
  },
  subscriptions: {
    active: 'The box reports a change at once',
    passive: 'The box reports a change with its next Inform',
    refused: 'The box takes no notification here (9009): monitor the value instead',
    switchedOn: 'Alarm reporting is on',
    failed: 'Not set',
  },
} as const

export const diagnose = {
  kinds: {
    ping: 'Ping',
    traceRoute: 'Trace route',
    lookup: 'DNS lookup',
    download: 'Download speed',
    upload: 'Upload speed',
    tcpConnect: 'TCP connection test',
    bandwidth: 'Platform speed test',
    play: 'Play test',
  },
  statuses: {
    waiting: 'Waiting',
    requested: 'Running on the box',
    done: 'Done',
    failed: 'Failed',
    unsupported: 'Not offered by this box',
    timeout: 'No result in time',
  },
  verdicts: { good: 'Good', warning: 'Borderline', bad: 'Bad', none: 'Not judged' },
  changes: { better: 'Better', worse: 'Worse', same: 'Unchanged', unknown: 'Not comparable' },
  metrics: {
    lossPercent: 'Loss (%)',
    failedPercent: 'Failed (%)',
    averageMs: 'Average (ms)',
    minimumMs: 'Minimum (ms)',
    maximumMs: 'Maximum (ms)',
    spreadMs: 'Spread (ms)',
    hops: 'Hops',
    responseMs: 'Response time (ms)',
    throughputMbps: 'Throughput (Mbit/s)',
    maximumMbps: 'Highest rate (Mbit/s)',
    minimumMbps: 'Lowest rate (Mbit/s)',
    bytes: 'Bytes',
    durationMs: 'Duration (ms)',
    connectMs: 'TCP connection (ms)',
    firstByteMs: 'Until the first byte (ms)',
    errorCode: 'Error code',
    isPlaying: 'Playing',
  },
} as const

export const collect = {
  items: {
    parameters: 'Parameters',
    alarms: 'Alarms',
    deviceLog: 'Device log (DeviceLog)',
    configFile: 'Configuration file',
    logFile: 'Log file',
    debugInfo: 'One-click information (DebugInfo)',
    startupInfo: 'Start-up log (StartupInfo)',
    packetCapture: 'Packet capture',
    syslog: 'Log over syslog',
    realTimeLog: 'Real-time log',
    diagnostics: 'Diagnostics',
    trace: 'Protocol trace',
  },
  statuses: {
    waiting: 'Waiting',
    asked: 'Asked the box',
    receiving: 'Receiving',
    done: 'Done',
    empty: 'Nothing came',
    missing: 'The box does not have it',
    failed: 'Failed',
  },
  masks: {
    passwords: 'Passwords',
    accounts: 'Accounts (PPPoE, IPTV, user names)',
    keys: 'Keys (Wi-Fi, private keys, tokens)',
    opaque: 'Not a text file: nothing can be masked in it',
  },
  report: {
    title: 'Evidence of a box',
    model: 'Model',
    manufacturer: 'Manufacturer',
    serialNumber: 'Serial number',
    software: 'Software',
    hardware: 'Hardware',
    address: 'Address',
    note: 'Note',
    collectedAt: 'Collected at',
    job: 'Job',
    app: 'Collected by',
    masking: 'Masking',
    masked: 'masked',
    shown: 'shown',
    passwords: 'Passwords',
    accounts: 'Accounts',
    keys: 'Keys',
    items: 'What was collected',
    item: 'Item',
    detail: 'Name on the box',
    status: 'Status',
    amount: 'Amount',
    reason: 'Reason',
    alarms: 'Alarms',
    noAlarms: 'The box reported no alarms.',
    severity: 'Severity',
    raisedAt: 'Raised',
    clearedAt: 'Cleared',
    problem: 'Problem',
    parameter: 'Parameter',
    text: 'Text',
    files: 'Files',
    name: 'Name',
    size: 'Size',
    hashesAreOriginal:
      'Sizes and hashes are those of the files as the box sent them; manifest.json lists the files of this archive.',
  },
} as const

export const monitor = {
  modes: {
    sessions: 'Short sessions at an interval',
    inform: 'With the box’s own Informs',
    bulk: 'Bulk data sent by the box',
  },
  states: {
    waiting: 'Waiting for the first sample',
    sampling: 'Asking the box',
    running: 'Running',
    skipped: 'Paused: a job has the box',
    silent: 'The box did not answer',
  },
  metrics: {
    uptime: 'Uptime',
    cpu: 'CPU load',
    memory: 'Memory in use',
    traffic: {
      down: 'Downstream',
      up: 'Upstream',
    },
    service: {
      ppp: 'PPPoE connection',
      ip: 'IP connection',
      link: 'WAN link',
    },
    optical: {
      receive: 'Optical power received',
      transmit: 'Optical power sent',
      status: 'Optical link',
    },
    wifi: {
      noise: 'Wi-Fi noise',
      signal: 'Wi-Fi signal of a client',
      clients: 'Wi-Fi clients',
    },
    iptv: {
      status: 'IPTV stream',
      loss: 'IPTV packet loss',
      mlr: 'Media loss rate (MDI MLR)',
      lossEvents: 'Loss events',
      lossBeforeRepair: 'Loss before repair',
      bufferEmpty: 'Buffer empty',
      underruns: 'Buffer underruns',
      overruns: 'Buffer overruns',
      discontinuities: 'TS discontinuities',
      lostFrames: 'Lost frames',
      frameRate: 'Frame rate',
      channelChange: 'Longest channel change',
      channelChangeFailures: 'Failed channel changes',
      multicastDelay: 'Multicast join delay',
      vodDelay: 'VOD request delay',
      httpDelay: 'HTTP request delay',
      multicastFailures: 'Failed multicast joins',
      authFailures: 'Failed authentications',
      lossNow: 'Loss right now',
      rate: 'Stream rate',
      buffer: 'Buffer level',
    },
  },
} as const
