/** What to do, and the button that does it. A remedy without a button has an empty `action`. */
export const remedies = {
  reportBug: {
    text: 'Try again. If it happens again, copy the details and send them to support.',
    action: 'Copy details',
  },
  checkInput: { text: 'Look at the marked values and correct them.', action: '' },
  refresh: { text: 'Refresh the view and choose again.', action: 'Refresh' },
  waitForJob: { text: 'Wait until the job has ended, then start it anew if needed.', action: 'Refresh' },
  startAgain: { text: 'Start the job again with the same inputs.', action: 'Run again' },
  wakeBox: {
    text: 'Check cable, power and ACS URL of the box, or restart it. Then start the job again: a box that starts informs at once.',
    action: 'Run again',
  },
  retry: { text: 'Start it again. If it fails at the same place, ask for less at a time.', action: 'Run again' },
  seeTrace: { text: 'Look at the last messages in the trace.', action: 'Open trace' },
  choosePort: { text: 'Use another port, or end the other program and try again.', action: 'Use port {{port}}' },
  chooseAdapter: { text: 'Choose the adapter that the box is connected to.', action: 'Choose adapter' },
  chooseDataDir: {
    text: 'Give yourself the right to write there, or start FieldACS with another folder: --data-dir FOLDER',
    action: '',
  },
  closeOtherApp: { text: 'Close the other FieldACS and start this one again.', action: '' },
  freeDiskSpace: { text: 'Free some space on this disk and start again.', action: '' },
  updateApp: {
    text: 'Install the newer FieldACS, or start this one with another folder: --data-dir FOLDER',
    action: '',
  },
  moveDatabaseAway: {
    text: 'Move the file to another place (keep it: support may save what is in it) and start again; FieldACS makes a new one.',
    action: '',
  },
  fixPermissions: { text: 'Give yourself the right to write to the file and its folder, and start again.', action: '' },
  unlockKeyStore: {
    text: 'Unlock the key store (log in to the desktop) and start again, or enter the passwords anew in the settings.',
    action: 'Open settings',
  },
  saveElsewhere: { text: 'Save to another folder or under another name.', action: 'Save elsewhere' },
  chooseOtherFile: {
    text: 'Choose another file, or copy this one to the computer’s own disk first.',
    action: 'Choose file',
  },
  addFileAgain: { text: 'Add the file to the library again.', action: 'Add file' },
  explainFault: { text: 'Follow the advice for this fault code.', action: 'About this fault' },
} as const
