import classes from './state-label.module.css'

/** Shapes that tell states apart without colour. */
export type Shape = 'disc' | 'ring' | 'half' | 'triangle' | 'cross' | 'check' | 'square' | 'dots'

/** The meaning of a colour. */
export type Tone = 'ok' | 'info' | 'warn' | 'bad' | 'muted'

const drawings: Record<Shape, React.ReactNode> = {
  disc: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  ring: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  half: (
    <>
      <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <path d="M6 2a4 4 0 0 1 0 8Z" fill="currentColor" />
    </>
  ),
  triangle: <path d="M6 1.2 11.2 10.4H.8Z" fill="currentColor" />,
  cross: <path d="m2.5 2.5 7 7m0-7-7 7" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
  check: (
    <path
      d="m1.8 6.4 2.9 2.9 5.5-6.1"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  square: <rect x="2" y="2" width="8" height="8" rx="1" fill="currentColor" />,
  dots: (
    <>
      <circle cx="1.8" cy="6" r="1.4" fill="currentColor" />
      <circle cx="6" cy="6" r="1.4" fill="currentColor" />
      <circle cx="10.2" cy="6" r="1.4" fill="currentColor" />
    </>
  ),
}

export function ShapeIcon({ shape, tone }: { shape: Shape; tone: Tone }) {
  return (
    <svg className={classes.shape} data-tone={tone} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {drawings[shape]}
    </svg>
  )
}
