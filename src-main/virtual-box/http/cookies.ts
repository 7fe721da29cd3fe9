/** Cookies of one session, name to value; paths and ages are of no interest to a box. */
export type Cookies = Map<string, string>

/** Takes what the Set-Cookie headers say; an empty value or Max-Age=0 removes the cookie. */
export function storeCookies(cookies: Cookies, setCookie: readonly string[]): void {
  for (const header of setCookie) {
    const [pair = '', ...attributes] = header.split(';')
    const name = pair.slice(0, pair.indexOf('=')).trim()
    const value = pair.slice(pair.indexOf('=') + 1).trim()
    const isRemoved = value === '' || attributes.some((attribute) => /^\s*max-age\s*=\s*0\s*$/i.test(attribute))
    if (isRemoved) {
      cookies.delete(name)
    } else if (name !== '') {
      cookies.set(name, value)
    }
  }
}

/** The Cookie header, or undefined when there is nothing to send. */
export const cookieHeader = (cookies: Cookies): string | undefined =>
  cookies.size === 0 ? undefined : [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
