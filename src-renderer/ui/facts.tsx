import { CopyIcon } from './copy-button.tsx'
import classes from './facts.module.css'

interface FactProps {
  label: string
  children: React.ReactNode
  /** Gives the value a copy button. */
  copy?: string
}

/** Pairs of name and value. */
export function Facts({ children }: { children: React.ReactNode }) {
  return <dl className={classes.facts}>{children}</dl>
}

export function Fact({ label, children, copy }: FactProps) {
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>
        <span className={classes.value}>{children}</span>
        {copy !== undefined && copy !== '' && <CopyIcon value={copy} what={label} />}
      </dd>
    </div>
  )
}
