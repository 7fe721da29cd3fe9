/** The system's dialogs for choosing files. */
export const fileDialogs = {
  titles: {
    firmware: 'Choose a file for the box',
    log: 'Choose logs',
    dataModel: 'Choose data models',
  },
  filters: { firmware: 'Firmware and configuration', log: 'Logs', dataModel: 'Data models' },
  all: 'All files',
} as const

/** The page of loaded data models. */
export const dataModels = {
  title: 'Data models',
  intro:
    'What the built-in dictionary does not know, a data model explains: its text, type and limits, in the language of its file.',
  drop: 'Drop data-model files here',
  dropNow: 'Let go to load them',
  dropHint: 'XML of the Broadband Forum or of a maker. Files that take parts from others: choose all of them at once.',
  choose: 'Choose files',
  loading: 'Reading {{file}}',
  list: 'Loaded',
  none: 'No data model is loaded. Parameters that the dictionary knows are explained without one.',
  counts: '{{parameters}} parameters in {{objects}} objects',
  added: 'loaded {{time}}',
  result: 'What was loaded',
  loaded: '{{name}}: {{parameters}} parameters, out of {{files}}',
  usedAsPart: '{{file}} holds parts of {{name}}.',
  missingParts: 'Parts that it names are in none of the files: {{missing}}. What they would bring is left out.',
  removeTitle: 'Remove “{{name}}”?',
  removeText: 'Parameters that only it explains lose their text and limits. The file itself stays where it is.',
  remove: 'Remove {{name}}',
  order: 'Where several explain the same parameter, the one that was loaded last counts.',
  loadFor: 'Load a data model…',
} as const
