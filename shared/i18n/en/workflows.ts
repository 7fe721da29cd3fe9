/** What jobs do and say: kinds, steps, errors and remedies, beside those of `jobs.ts`, `errors.ts` and `remedies.ts`. */
export const jobKinds = {
  names: 'List parameter names',
  write: 'Write parameters',
  addObject: 'Add an instance',
  deleteObject: 'Delete an instance',
  attributes: 'Notification and access',
  reboot: 'Reboot',
  factoryReset: 'Factory reset',
  identify: 'Identify',
  scheduleInform: 'Schedule an Inform',
  rpc: 'Single request',
  methods: 'List methods',
  firmware: 'Firmware',
  setCredentials: 'Set credentials',
} as const

export const flowSteps = {
  endingAtAnswer: 'Stopping: the box still owes an answer, nothing more is asked of it',
  listing: 'Listing names',
  readingBefore: 'Reading the present values',
  writing: 'Writing',
  readingBack: 'Reading back',
  bisecting: 'Finding out which values the box refuses',
  adding: 'Adding the instance',
  deleting: 'Deleting the instance',
  sending: 'Sending the request',
  waitingForBoot: 'The box restarts; waiting for its first Inform',
  waitingForBootstrap: 'The box resets itself; waiting for its first Inform',
  waitingForScheduled: 'Waiting for the Inform that was asked for',
  blinking: 'The lights blink',
  testingCredentials: 'Trying the new credentials by a connection request',
} as const

export const flowErrors = {
  BOOT_NOT_SEEN: {
    title: 'The box did not report its restart',
    cause:
      'The request was sent, but no Inform with 1 BOOT came within {{seconds}} seconds. The box may hang, or have come back without being able to reach this ACS. The request was not sent again.',
  },
  RESET_NOT_SEEN: {
    title: 'The box did not come back after its reset',
    cause:
      'Within {{seconds}} seconds no Inform came. A factory reset may delete the ACS URL ({{acsUrl}}) and the login ({{username}}). The request was not sent again.',
  },
  ACS_URL_MAY_BE_LOST: {
    title: 'The box may forget this ACS',
    cause:
      'A factory reset deletes the ACS URL on many models. If the box does not come back by itself, enter it again: {{acsUrl}} (user name {{username}}).',
  },
  SCHEDULED_INFORM_NOT_SEEN: {
    title: 'The box did not come at the time it was asked for',
    cause: 'No Inform with 3 SCHEDULED came within {{seconds}} seconds, although the box accepted the request.',
  },
  IDENTIFY_NOT_POSSIBLE: {
    title: 'The box cannot show itself',
    cause: 'It offers no parameter that switches its lights (Device.LEDs of TR-181, or one of its vendor).',
  },
  NO_CREDENTIALS_STORED: {
    title: 'No credentials are kept for this box',
    cause: 'Stored ones were to be set, but there are none of the box’s own for this direction.',
  },
} as const

export const flowRemedies = {
  identifyOtherwise: {
    text: 'Restart it from here and watch whose lights go out; or pull one cable and see which box turns silent; or compare serial number and MAC with the labels. A set-top box shows itself by a play test on its TV.',
    action: 'Open diagnostics',
  },
  enterAcsUrl: {
    text: 'Enter ACS URL and login at the box again (by its menu, DHCP option 43 or its web page), then restart it.',
    action: 'Copy ACS URL',
  },
  storeCredentials: {
    text: 'Enter the credentials for this box, or let the app generate them.',
    action: 'Open credentials',
  },
} as const

/** What each quirk of a model means, under its name in `quirkTable`. */
export const quirks = {
  booleanForm: 'Form of booleans in writes',
  dateTimeMilliseconds: 'Milliseconds in times that are written',
  batchSize: 'Most names in one read request',
  rootNames: 'How the tree is listed',
  cookiePath: 'Path of the session cookie',
  emptyAnswer: 'Status of an empty answer',
  noTransferComplete: 'Never reports the end of a transfer',
  skipWritableCheck: 'Marks writable parameters as read-only',
  sources: { learned: 'learned', manual: 'set by hand' },
} as const

export const credentials = {
  directions: { acs: 'Login of the box at this ACS', connectionRequest: 'Our login at the box (connection request)' },
  scopes: { default: 'All boxes', model: 'This model', device: 'This box' },
  sources: { manual: 'entered', generated: 'generated' },
  setOnFirstContact: 'Give each new box connection-request credentials of its own',
} as const
