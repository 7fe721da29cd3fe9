import { encodeSegment } from '../link.ts'

/** Content-Disposition with a plain name for old clients and the true one in UTF-8 (RFC 6266 4.3, RFC 8187). */
export function contentDisposition(fileName: string): string {
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeSegment(fileName)}`
}

/** The boundary of a multipart/form-data body, or null where the body is the file itself. */
export function multipartBoundary(contentType: string | undefined): string | null {
  if (!/^\s*multipart\/form-data\b/i.test(contentType ?? '')) return null
  const match = /;\s*boundary=(?:"([^"]{1,200})"|([^;\s]{1,200}))/i.exec(contentType ?? '')
  return match?.[1] ?? match?.[2] ?? null
}
