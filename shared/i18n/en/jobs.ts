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
} as const
