/** Hands a text to the system's save dialog. */
export function saveText(fileName: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}

/** A name that every file system takes. */
export function fileName(...parts: string[]): string {
  return parts
    .join(' ')
    .replaceAll(/[\\/:*?"<>|\s]+/g, '-')
    .slice(0, 120)
}
