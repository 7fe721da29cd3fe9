/** Steps of the workflows (`job.step`) and reasons of ended sessions (`session.reason`). */
export const steps = {
  queued: 'Waiting for its turn',
  calling: 'Calling the box',
  waiting: 'Waiting for the box to open a session',
  reading: 'Reading values',
  saving: 'Keeping the values',
  done: 'Done',
} as const

export const sessionReasons = {
  malformedBody: 'A message could not be understood.',
} as const
