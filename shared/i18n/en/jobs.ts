/** Steps of the workflows (`job.step`) and reasons of ended sessions (`session.reason`). */
export const steps = {
  queued: 'Waiting for its turn',
  starting: 'Starting',
  waitingForBox: 'Calling the box',
  calledBox: 'Called; waiting for the box to open a session',
  waitingForInform: 'The box did not take the call; waiting for its next Inform',
  inSession: 'The box is in session',
  reading: 'Reading values',
  done: 'Done',
} as const

export const sessionReasons = {
  malformedBody: 'A message could not be understood.',
  newInform: 'The box began a new session before it had ended this one.',
  noAnswer: 'The box did not answer a request in time.',
  silent: 'The box did not go on in time.',
  serverStopped: 'The ACS was closed or moved to another address.',
  addressChanged: 'The cable of this laptop was pulled, or its address changed.',
  laptopSlept: 'This laptop slept in the middle of the session.',
  appStopped: 'FieldACS was closed during the session.',
  missing: 'The box did not log in.',
  stale: 'The login of the box was out of date.',
  wrongPassword: 'The box logged in with a wrong password.',
  unknownUser: 'The box logged in with a user name that is not known here.',
  replay: 'The login of the box was used before.',
  malformed: 'The login of the box could not be understood.',
  unknown: 'No reason was recorded.',
  redirected: 'The box was sent on to another ACS.',
  internal: 'An error of this app; see its log.',
} as const
