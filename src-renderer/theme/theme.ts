import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

const petrol: MantineColorsTuple = [
  '#eaf5f3',
  '#d5e8e6',
  '#a9d2ce',
  '#7cbcb6',
  '#5cc4ba',
  '#3a958e',
  '#1f7f78',
  '#0b6862',
  '#09554f',
  '#06403c',
]

/** The greys of the dark theme, in the tint of the palette. */
const dark: MantineColorsTuple = [
  '#e4ebe9',
  '#c4cecb',
  '#aab7b4',
  '#8f9d9a',
  '#465454',
  '#323d3d',
  '#222a2a',
  '#191f1f',
  '#141a1a',
  '#111616',
]

/** Text on a filled button: Mantine's own choice only looks at the shade of the light theme. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input)
  if (input.variant !== 'filled') return colors
  if (input.color === 'red')
    return { ...colors, background: 'var(--bad)', hover: 'var(--bad-hover)', color: 'var(--bad-ink)' }
  return input.color === undefined || input.color === 'petrol' ? { ...colors, color: 'var(--accent-ink)' } : colors
}

/** Mantine in the app's own palette: petrol, small radii, dense controls, the system's fonts. */
export const theme = createTheme({
  colors: { petrol, dark },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 4 },
  variantColorResolver,
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  headings: { fontFamily: 'var(--font)' },
  defaultRadius: 'var(--radius)',
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs' } },
    MultiSelect: { defaultProps: { size: 'xs' } },
    TagsInput: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { iconColor: 'var(--accent-ink)' } },
    Radio: { defaultProps: { iconColor: 'var(--accent-ink)' } },
    Switch: { defaultProps: { size: 'xs' } },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 0 } } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
  },
})
