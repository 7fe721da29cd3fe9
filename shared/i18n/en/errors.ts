/** One text for each code of `errorTable`: what happened in the user's words, and the likely cause. */
export const errors = {
  INTERNAL: {
    title: 'Something in FieldACS went wrong',
    cause: 'This is a mistake in the app, not in your work or the box. Nothing was sent twice.',
  },
  BAD_REQUEST: {
    title: 'That input cannot be used',
    cause: 'A value is missing or has the wrong form.',
  },
  NOT_FOUND: {
    title: 'It is no longer there',
    cause: 'It was deleted, or the list on the screen is older than the data.',
  },
  DEVICE_NOT_FOUND: {
    title: 'This box is not known',
    cause: 'It was forgotten, or it has never contacted this ACS.',
  },
  JOB_NOT_FOUND: {
    title: 'This job is not known',
    cause: 'It was deleted with its box, or it belongs to another data folder.',
  },
  JOB_NOT_CANCELLABLE: {
    title: 'The job cannot be stopped now',
    cause: 'It has ended already, or it is at a step that must not be broken off.',
  },
  JOB_CANCELLED: {
    title: 'The job was cancelled',
    cause: 'Somebody stopped it before it was done.',
  },
  JOB_INTERRUPTED: {
    title: 'The job was interrupted',
    cause: 'FieldACS was closed while the job was running. What the box had not answered by then is unknown.',
  },
  JOB_DEADLINE: {
    title: 'The box did not come',
    cause:
      'No session was opened before the deadline: the box is off, asleep, on another network, or its ACS URL is another.',
  },
  SESSION_LOST: {
    title: 'The box broke off the session',
    cause: 'The connection ended in the middle: a pulled cable, a restart of the box, or an answer it did not like.',
  },
  SESSION_TIMEOUT: {
    title: 'The box fell silent',
    cause: 'It opened a session but did not go on in time.',
  },
  RPC_UNANSWERED: {
    title: 'The box did not answer the request',
    cause: 'It ended the session instead. Some boxes do so when a request is too large for them.',
  },
  UNEXPECTED_ANSWER: {
    title: 'The box answered something else',
    cause: 'The answer does not belong to the request. The trace shows both.',
  },
  PORT_IN_USE: {
    title: 'Port {{port}} is in use',
    cause: 'Another program listens on it: another ACS, a web server, or a second FieldACS.',
  },
  PORT_FORBIDDEN: {
    title: 'Port {{port}} may not be opened',
    cause: 'The system reserves it: ports below 1024 need administrator rights on most systems.',
  },
  ADDRESS_NOT_AVAILABLE: {
    title: 'This adapter has no address {{address}} any more',
    cause: 'The cable is unplugged, the adapter is off, or it got another address.',
  },
  ADAPTER_UNKNOWN: {
    title: 'The network adapter is not there',
    cause: 'It was unplugged or renamed since it was chosen.',
  },
  DATA_DIR_UNUSABLE: {
    title: 'The data folder cannot be used',
    cause: 'It does not exist, or it cannot be written: {{path}}',
  },
  DATA_DIR_IN_USE: {
    title: 'Another FieldACS uses this data folder',
    cause: 'Two at a time would spoil each other’s data: {{path}}',
  },
  DISK_FULL: {
    title: 'The disk is full',
    cause: 'Nothing more can be kept in {{path}}. What was kept so far is safe.',
  },
  DATABASE_NEWER: {
    title: 'The data is from a newer FieldACS',
    cause:
      'This version does not know its form (version {{version}}, known up to {{supported}}). It was left as it is.',
  },
  DATABASE_CORRUPT: {
    title: 'The database is damaged',
    cause: 'The file cannot be read: {{path}}. A flat battery or a full disk can do that. It was left as it is.',
  },
  DATABASE_READ_ONLY: {
    title: 'The database cannot be written',
    cause: 'The file or its folder is read-only: {{path}}',
  },
  FILE_NOT_WRITABLE: {
    title: 'The file cannot be written',
    cause: '{{path}} does not take it ({{detail}}): the folder may be missing, protected or open in another program.',
  },
  FIRMWARE_NOT_FOUND: {
    title: 'This file is not in the library',
    cause: 'It was removed, or it belongs to another data folder.',
  },
  FIRMWARE_UNREADABLE: {
    title: 'The file cannot be read',
    cause: 'It was moved, its drive was unplugged, or this user may not read it ({{detail}}).',
  },
  FIRMWARE_EMPTY: {
    title: 'The file is empty',
    cause: 'It holds no bytes; a download or copy of it was probably broken off.',
  },
  FIRMWARE_DAMAGED: {
    title: 'The kept copy of {{fileName}} has changed',
    cause:
      'Its checksum is no longer that of the file that was added: it was altered, cut off or deleted. It was not sent.',
  },
  NO_ADDRESS_FOR_BOX: {
    title: 'None of our addresses can be reached by this box',
    cause: 'The box at {{address}} is not on the network of the chosen adapter, so a link would lead it nowhere.',
  },
  SECRETS_UNAVAILABLE: {
    title: 'Kept passwords cannot be read',
    cause: 'They were sealed by the system’s key store, which is locked or belongs to another user.',
  },
  unknown: {
    title: 'An error with code {{code}}',
    cause: 'This version has no words for it.',
  },
} as const
