const longest = 400

/** `{{param|X}}`; one may stand in another. */
const reference = /\{\{\w+\|([^{}|]*)[^{}]*\}\}/g

/** The first words of a description as plain text: markup of the Broadband Forum's wiki form taken away (TR-106 A.2.2). */
export function plainDescription(text: string): string {
  const plain = text
    .replaceAll('{i}', '\u0001')
    .replace(
      /\{\{(?:bibref|template|issue|span|div|list|nolist|hidden|command|factory|profiles?|nopref)\b[^{}]*\}\}/g,
      '',
    )
    .replace(/\{\{(?:enum|pattern|keys|numentries|datatype\|expand)\}\}/g, '')
    .replace(/\{\{(?:null|empty)\}\}/g, 'empty')
    .replace(/\{\{(\w+)\}\}/g, '$1')
    .replace(reference, '$1')
    .replace(reference, '$1')
    .replaceAll('\u0001', '{i}')
    .replace(/'{2,3}/g, '')
    .replace(/^[ \t]*[*:#]+[ \t]?/gm, '')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:])(?= |$)/g, '$1')
    .trim()
  return plain.length <= longest ? plain : `${plain.slice(0, plain.lastIndexOf(' ', longest - 1))} …`
}
