/** Reports of jobs and visits: the paper itself, and the dialog that makes it. */
export const report = {
  title: 'Service report',
  customer: 'Customer',
  site: 'Site',
  order: 'Work order',
  technician: 'Technician',
  remark: 'Remark',
  madeAt: 'Made at',
  app: 'Made with',
  device: 'Box',
  done: 'What was done',
  nothing: 'Nothing was done in this time.',
  time: 'Time',
  job: 'Job',
  jobState: 'State',
  outcome: 'Outcome',
  duration: 'Duration',
  parameter: 'Parameter',
  path: 'Path',
  name: 'Name',
  before: 'Before',
  after: 'After',
  value: 'Value',
  test: 'Test',
  figure: 'Figure',
  verdict: 'Verdict',
  sessions: 'Sessions',
  events: 'Events',
  messages: 'Messages',
  diagnostics: 'Diagnostics',
  state: 'State of the box when it was read',
  signTechnician: 'Signature of the technician',
  signCustomer: 'Signature of the customer',
  outcomes: {
    verified: 'verified by reading back',
    accepted: 'accepted (secret)',
    different: 'reads back differently',
    failed: 'not written',
    unchanged: 'stood so already',
    planned: 'planned',
    read: 'read',
  },
  facts: {
    versionBefore: 'Version before',
    override: 'Sent against the check',
    versionAfter: 'Version after',
    file: 'File',
    sha256: 'SHA-256',
    verified: 'Version proven',
    events: 'Events of the first Inform',
    acsUrl: 'ACS URL before',
    lights: 'Lights',
    profile: 'Bulk data profile',
  },
} as const

/** The dialog that makes a report. */
export const reportDialog = {
  save: 'Save report …',
  title: 'Report of {{name}}',
  format: 'Format',
  formats: { pdf: 'PDF, to print and sign', html: 'Web page, both languages', csv: 'Table (CSV)' },
  period: 'Period',
  periods: { today: 'Today', week: 'Last 7 days', all: 'Everything' },
  accounts: 'Show accounts (PPPoE, IPTV, user names)',
  secrets: 'Passwords and keys are never in a report.',
  go: 'Save',
  saved_one: 'Saved with one job: {{path}}',
  saved_other: 'Saved with {{count}} jobs: {{path}}',
  showInFolder: 'Show in folder',
  file: 'report',
} as const

export const reportErrors = {
  PDF_NOT_HERE: {
    title: 'PDF needs the window',
    cause: 'Without a window there is nothing that could print.',
  },
} as const

export const reportRemedies = {
  saveAsHtml: { text: 'Save as HTML and print it from any browser.', action: '' },
} as const
