import classes from './device.module.css'

interface RecordListProps<T> {
  label: string
  records: readonly T[]
  keyOf: (record: T) => string
  empty: string
  onOpen: (record: T) => void
  renderRecord: (record: T) => React.ReactNode
}

/** The jobs, snapshots or sessions of a box: short lists of buttons. */
export function RecordList<T>({ label, records, keyOf, empty, onOpen, renderRecord }: RecordListProps<T>) {
  if (records.length === 0) return <p className={classes.empty}>{empty}</p>
  return (
    <ul className={classes.records} aria-label={label}>
      {records.map((record) => (
        <li key={keyOf(record)}>
          <button type="button" className={classes.record} onClick={() => onOpen(record)}>
            {renderRecord(record)}
          </button>
        </li>
      ))}
    </ul>
  )
}
