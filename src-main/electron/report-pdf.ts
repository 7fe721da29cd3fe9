import { BrowserWindow, session } from 'electron'
import { hardenSession } from './security.ts'

/** A session of its own, kept in memory: the page of a report has no script, no network and no way to the app. */
const partition = 'report'
let isHardened = false

/** Prints a self-contained page as A4 with page numbers, in a window that nobody sees. */
export async function printPdf(html: string): Promise<Uint8Array> {
  if (!isHardened) {
    hardenSession(session.fromPartition(partition))
    isHardened = true
  }
  const window = new BrowserWindow({
    show: false,
    webPreferences: { partition, sandbox: true, contextIsolation: true, javascript: false },
  })
  try {
    await window.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(html).toString('base64')}`)
    return await window.webContents.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate:
        '<div style="width:100%;font-size:8px;text-align:center;color:#666"><span class="pageNumber"></span> / <span class="totalPages"></span></div>',
    })
  } finally {
    window.destroy()
  }
}
