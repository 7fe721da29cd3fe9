import { type Language, languageNames } from '#shared/i18n/index.ts'

export interface ReportPage {
  title: string
  /** The first is shown first; with more than one there is a switch. */
  languages: readonly Language[]
  bodyIn: (language: Language) => string
}

/** One self-contained page; its languages are switched by pure CSS: no script, no network. Prints as A4. */
export function reportPage({ title, languages, bodyIn }: ReportPage): string {
  const choices = languages
    .map(
      (language, index) =>
        `<input type="radio" name="language" id="${language}"${index === 0 ? ' checked' : ''}><label for="${language}">${languageNames[language]}</label>`,
    )
    .join('')
  const bodies = languages
    .map((language) => `<main lang="${language}" class="${language}">${bodyIn(language)}</main>`)
    .join('\n')
  const hidden = languages.map((language) => `body:has(#${language}:not(:checked)) .${language}{display:none}`)
  return `<!doctype html>
<html lang="${languages[0] ?? 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title><style>${style}${hidden.join('\n')}</style></head>
<body>${languages.length > 1 ? `<nav>${choices}</nav>` : ''}
${bodies}
</body></html>
`
}

const style = `
@page{size:A4;margin:14mm 12mm 16mm}
body{font:14px/1.5 system-ui,"Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;margin:2em auto;max-width:70em;padding:0 1em;color:#1a1a1a}
table{border-collapse:collapse;width:100%;margin:.5em 0 1.6em}th,td{border:1px solid #ccc;padding:.3em .6em;text-align:left;vertical-align:top}
th{background:#f2f2f2}tr,h2,h3{break-inside:avoid}h2,h3{break-after:avoid}thead{display:table-header-group}
h1{font-size:1.6em;margin:.2em 0 .6em}h2{font-size:1.2em;border-bottom:2px solid #ddd}h3{font-size:1em;margin:1.2em 0 .3em}
nav label{margin-right:1em}.mono{font:12px/1.5 ui-monospace,Consolas,monospace}.mono,.long{overflow-wrap:anywhere}.good{color:#0a6b46}.warning{color:#8a5300}.bad{color:#b0261a}.soft{color:#666}
.facts th{width:22%;font-weight:600}.sign{display:flex;gap:3em;margin-top:3em}.sign span{flex:1;border-top:1px solid #888;padding-top:.3em;color:#666}
@media print{nav{display:none}body{margin:0;padding:0;max-width:none;font-size:11px}.mono{font-size:9.5px}}
`

/** How a cell is drawn beside its text. */
export type CellLook = 'mono' | 'good' | 'warning' | 'bad' | 'soft'
export type Cell = string | { text: string; look: CellLook }

/** A table of text; everything in it is escaped. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const heading =
    head.length === 0 ? '' : `<thead><tr>${head.map((one) => `<th>${escaped(one)}</th>`).join('')}</tr></thead>`
  return `<table>${heading}<tbody>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}</tbody></table>`
}

/** Names and values; those without a value are left out. */
export function facts(rows: readonly (readonly [name: string, value: string])[]): string {
  const shown = rows.filter(([, value]) => value !== '')
  const lines = shown.map(([name, value]) => `<tr><th>${escaped(name)}</th>${cell(value)}</tr>`)
  return `<table class="facts"><tbody>${lines.join('\n')}</tbody></table>`
}

export function heading(level: 1 | 2 | 3, text: string): string {
  return `<h${level}>${escaped(text)}</h${level}>`
}

/** Only words that fit on no line are broken. */
const longestWord = 32

function cell(one: Cell): string {
  const { text, look } = typeof one === 'string' ? { text: one, look: '' } : one
  const isLong = text.split(/\s+/).some((word) => word.length > longestWord)
  const classes = [look, isLong ? 'long' : ''].filter((name) => name !== '').join(' ')
  return classes === '' ? `<td>${escaped(text)}</td>` : `<td class="${classes}">${escaped(text)}</td>`
}

/** Text that stands for itself in HTML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
}

/** A time as it is read in a language, with its zone; empty for none. */
export function timeIn(language: Language, iso: string | null): string {
  if (iso === null || Number.isNaN(Date.parse(iso))) return ''
  // A month in letters is read the same on either side of the Atlantic.
  const isEnglish = language === 'en'
  const format = new Intl.DateTimeFormat(isEnglish ? 'en-GB' : language, {
    year: 'numeric',
    month: isEnglish ? 'short' : '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
    timeZoneName: 'short',
  })
  return format.format(new Date(iso))
}
