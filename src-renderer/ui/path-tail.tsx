import classes from './path-tail.module.css'

/** A path in one line: where it is too long its end is seen, which tells parameters apart. */
export function PathTail({ children }: { children: string }) {
  return (
    <code className={classes.path} title={children}>
      <bdi dir="ltr">{children}</bdi>
    </code>
  )
}
