/** Words for the states of boxes, jobs and sessions: one text for each value of the contract's enums. */
export const states = {
  device: {
    seen: 'Seen',
    informing: 'Informing',
    managed: 'Managed',
    authFailed: 'Login refused',
    lost: 'Lost',
  },
  deviceMeanings: {
    seen: 'Found on the network; it has not contacted this ACS yet.',
    informing: 'It sent an Inform; no session has been completed yet.',
    managed: 'It completes sessions with this ACS and can be read.',
    authFailed: 'Its last logins were refused: user name or password do not match the settings.',
    lost: 'Nothing was heard from it for longer than its Inform interval.',
  },
  dataModel: {
    tr098: 'TR-098 (gateway)',
    tr181: 'TR-181 (Device:2)',
    tr106: 'TR-106 (set-top box)',
    unknown: 'not known yet',
  },
  job: {
    queued: 'Queued',
    running: 'Running',
    waiting: 'Waiting for the box',
    cancelling: 'Stopping',
    succeeded: 'Done',
    failed: 'Failed',
    cancelled: 'Cancelled',
    interrupted: 'Interrupted',
  },
  jobKind: {
    read: 'Read parameters',
  },
  session: {
    open: 'Open',
    completed: 'Completed',
    replaced: 'Replaced by a new one',
    timeout: 'Timed out',
    failed: 'Failed',
    refused: 'Refused',
    stopped: 'Stopped',
  },
} as const
