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
  newInform: 'The box began a new session.',
  silent: 'The box fell silent.',
  noAnswer: 'The box did not answer in time.',
  serverStopped: 'The server was stopped.',
  appStopped: 'The app was closed.',
  redirected: 'The box was sent on to another ACS.',
  wrongPassword: 'The password of the box is wrong.',
  unknownUser: 'The user name of the box is not known here.',
  replay: 'The box used a login a second time.',
  malformed: 'The login of the box cannot be read.',
  internal: 'An error of this app; see its log.',
} as const
