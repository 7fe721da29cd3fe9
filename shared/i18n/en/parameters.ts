/** Why a value cannot be written (`validateValue`). */
export const validation = {
  boolean: 'Only yes or no: true, false, 1 or 0.',
  integer: 'A whole number is needed.',
  number: 'A number is needed.',
  range: 'It must lie between {{min}} and {{max}}.',
  tooLong: 'At most {{max}} characters; these are {{length}}.',
  tooShort: 'At least {{min}} characters; these are {{length}}.',
  notAllowed: 'Only one of these: {{values}}',
  ip: 'An IP address is needed, such as 192.168.1.10.',
  ipv4: 'An IPv4 address is needed, such as 192.168.1.10.',
  mac: 'A MAC address is needed, such as 00:E0:FC:12:34:56.',
  url: 'A whole address is needed, such as http://10.0.0.1:8080/acs.',
  dateTime: 'A date and time is needed, such as 2026-01-31T08:30:00Z.',
  hex: 'Hexadecimal digits in pairs are needed.',
  base64: 'Base64 is needed.',
  pattern: 'It must have the form {{pattern}}.',
  controlCharacter: 'It holds a character that cannot be sent.',
} as const

/** What a template would not do well (`TemplateProblem`). */
export const templates = {
  problems: {
    baseMissing: 'It builds on the template “{{base}}”, which is not there.',
    baseCycle: 'It builds on itself, by way of “{{base}}”.',
    wrongDevice: 'It is not meant for this box ({{model}}).',
    variableMissing: '“{{variable}}” is needed.',
    variableInvalid: 'The value for “{{variable}}” cannot be used.',
    variableUnknown: 'The template has no variable “{{variable}}”; it was left out.',
    conceptUnknown: 'This version does not know “{{what}}”.',
    notOnBox: 'The box has no such parameter: {{what}}',
    valueInvalid: 'The value for {{path}} cannot be written.',
    readOnly: 'The box does not let it be written: {{path}}',
    twice: 'It is set twice with different values; the last one counts: {{path}}',
    encrypted: 'The box wants this password encrypted (IsEncryptMark); written in plain, its login may fail: {{path}}',
    objectUnknown: 'It names “{{object}}” for {{what}}, which the template does not describe.',
    instanceAssumed: 'The box was not read: it is assumed that {{what}} is {{path}}.',
  },
} as const

export const parameterJobKinds = {
  provision: 'Provision',
  backup: 'Back up parameters',
  restore: 'Restore parameters',
} as const

export const parameterSteps = {
  readingForTemplate: 'Reading what the template touches',
  readingForBackup: 'Reading all parameters',
  keepingBackup: 'Keeping the values from before',
  comparing: 'Comparing with the backup',
  readingAfterReboot: 'Reading back after the restart',
} as const

export const parameterErrors = {
  TEMPLATE_FILE_INVALID: {
    title: 'This is no file of templates',
    cause: 'It cannot be read at “{{place}}”: {{detail}}',
  },
  TEMPLATE_READY_MADE: {
    title: 'Ready-made templates cannot be changed',
    cause: 'They come with the app and are renewed with it.',
  },
  TEMPLATE_IN_USE: {
    title: 'The template is still needed',
    cause: 'Another one builds on it or starts it: {{by}}',
  },
  TEMPLATE_PROBLEMS: {
    title: 'The template cannot be applied to this box',
    cause: '{{count}} problems were found before anything was written. The first: {{code}} {{what}}',
  },
  NOTHING_TO_RESTORE: {
    title: 'There is nothing to restore',
    cause: 'The snapshot holds no value that this box has, may take and does not have already.',
  },
  CONFIG_FILE_NOT_SENT: {
    title: 'The box sent no configuration file',
    cause: 'It said that it would, but nothing came; many boxes offer none.',
  },
  DATA_MODEL_NOT_XML: {
    title: 'The file is damaged',
    cause: '{{file}}, line {{line}}, byte {{byte}}:',
  },
  DATA_MODEL_NOT_ONE: {
    title: 'This is no data model',
    cause: '{{file}} is XML, but holds no model of the Broadband Forum’s format:',
  },
  DATA_MODEL_TOO_LARGE: {
    title: 'The file is too large',
    cause: '{{file}} has {{megabytes}} MB; data models have up to {{limit}} MB.',
  },
  DATA_MODEL_FILE_UNREADABLE: {
    title: 'The file cannot be opened',
    cause: '{{file}} cannot be read from its place:',
  },
  DATA_MODEL_IMPORTS_MISSING: {
    title: 'The file needs others',
    cause: '{{file}} takes parts from files that are not in its folder: {{missing}}',
  },
} as const

export const parameterRemedies = {
  checkFile: { text: 'Choose another file, or get this one again from where it came.', action: 'Choose a file' },
  copyTemplate: { text: 'Save a copy under another name and change that.', action: 'Copy the template' },
  changeDependants: { text: 'Change or delete those first.', action: '' },
  correctValues: { text: 'Correct the values, or choose another template.', action: 'Back to the values' },
  chooseSnapshot: { text: 'Choose another snapshot.', action: 'Choose a snapshot' },
  useParameters: {
    text: 'The parameters are kept all the same: they can be restored without the file.',
    action: '',
  },
  addImports: {
    text: 'Choose the missing files, put them into the same folder, or load the “-full” version of the model, which needs no others.',
    action: 'Choose the missing files',
  },
} as const

/** Why a restore left a value out. */
export const restore = {
  reasons: {
    notOnBox: 'The box does not have it.',
    readOnly: 'The box does not let it be written.',
    concealed: 'The box never told this secret, so it is not in the backup.',
    ownOfBox: 'It belongs to the other box alone.',
    command: 'Writing it would start something.',
    acsUrl: 'It would lead the box away from this laptop.',
  },
} as const

/** What is wrong with a line of a list of boxes. */
export const deviceList = {
  errors: {
    noKey: 'Line {{line}}: no serial number.',
    keyTwice: 'Line {{line}}: {{key}} stands in line {{first}} already.',
    unknownColumn: 'The template knows no “{{column}}”; the column is left out.',
    tooManyCells: 'Line {{line}}: {{count}} cells, but {{columns}} columns.',
    valueMissing: 'Line {{line}}: “{{variable}}” is missing.',
    valueInvalid: 'Line {{line}}: the value for “{{variable}}” cannot be used.',
    openQuote: 'Line {{line}}: a quotation mark is never closed.',
  },
} as const
