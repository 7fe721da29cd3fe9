/** `{{name}}`, or a part of it: `{{name:-4}}` the last four characters, `{{name:6}}` the first six. */
const placeholder = /\{\{\s*([\w.]+)\s*(?::\s*(-?\d+)\s*)?\}\}/g

/** The names that a text asks for. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(placeholder)].map(([, name = '']) => name)
}

/** Fills in a text; a name that has no value leaves nothing. */
export function fillIn(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(placeholder, (_whole, name: string, part: string | undefined) => {
    const value = values.get(name) ?? ''
    if (part === undefined) return value
    const count = Number(part)
    return count < 0 ? value.slice(count) : value.slice(0, count)
  })
}

/** Whether a text is nothing but one placeholder, of which nothing is left when its value is empty. */
export function isBarePlaceholder(text: string): boolean {
  return placeholdersIn(text).length > 0 && fillIn(text, new Map()).trim() === ''
}
