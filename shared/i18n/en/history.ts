export const history = {
  title: 'History',
  search: 'Search device, serial number, note, path, error code …',
  types: { all: 'Everything', job: 'Jobs', snapshot: 'Snapshots', session: 'Sessions' },
  typeLabel: 'Show',
  type: { job: 'Job', snapshot: 'Snapshot', session: 'Session' },
  columns: { at: 'When', type: 'What', device: 'Box', title: 'Description', state: 'Result', duration: 'Duration' },
  count_one: '{{count}} entry',
  count_other: '{{count}} entries',
  empty: {
    title: 'Nothing has happened yet',
    text: 'Each job, snapshot and session is kept here, also after a restart.',
    action: 'Read parameters',
    noMatch: 'Nothing matches “{{text}}”.',
  },
  snapshot: {
    taken: 'Taken {{time}}',
    rename: 'Rename',
    renameTitle: 'Rename the snapshot',
    delete: 'Delete snapshot',
    deleteTitle: 'Delete “{{name}}”?',
    deleteText: 'The kept values are gone for good. The job and its session stay in the history.',
  },
  job: {
    created: 'Started {{time}}',
    result: 'Result',
    input: 'Input',
  },
} as const
