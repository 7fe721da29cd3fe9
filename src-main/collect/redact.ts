import { isSecret } from '#shared/dictionary/secret.ts'
import type { MaskChoice, MaskKind } from '#shared/model/collect.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import { mask } from '../util/secret-names.ts'

/** One masked line, and what was masked in it. */
export interface RedactedLine {
  text: string
  kinds: MaskKind[]
}

/** A value that must not be seen wherever it stands. */
export interface KnownSecret {
  kind: MaskKind
  value: string
}

const accountName = /(?:user(?:name|id)?|account|login|pppoeid|dhcpid|loid|dhcpuser|uname)$/i
const keyName = /(?:key|psk|passphrase|token|community)$/i

/** What a parameter's value is, by its name; null where it may be shown. */
export function kindOfParameter(path: string): MaskKind | null {
  const name = path.slice(path.lastIndexOf('.') + 1)
  if (isSecret(path)) return keyName.test(name) ? 'keys' : 'passwords'
  return accountName.test(name) ? 'accounts' : null
}

/** Shorter values, and such words, stand everywhere. */
const minKnownLength = 4
const commonWords =
  /^(?:true|false|none|null|enabled?|disabled?|admin|root|user|guest|default|auto|dhcp|pppoe|ipoe|\d{1,5})$/i

/** The secrets that a box's own parameters give away. */
export function knownSecretsOf(values: readonly ParameterValue[]): KnownSecret[] {
  // Many boxes log in with their serial number, by which they must still be known.
  const serial = values.find(({ name }) => name.endsWith('.DeviceInfo.SerialNumber'))?.value ?? ''
  const isSerial = (value: string) => serial !== '' && (value.includes(serial) || serial.includes(value))
  return values.flatMap(({ name, value }) => {
    const kind = kindOfParameter(name)
    const isKnown = kind !== null && value.length >= minKnownLength && !commonWords.test(value) && !/^\*+$/.test(value)
    return isKnown && !(kind === 'accounts' && isSerial(value)) ? [{ kind, value }] : []
  })
}

const passwordWords = 'pass(?:word|wd|phrase)?|pwd|secret|auth_?pass|登录密码|密码|口令'
const accountWords = 'user_?(?:name|id)?|account|login|pppoe_?(?:id|user)|dhcp_?(?:id|user)|loid|账号|帐号|用户名'
const keyWords =
  'pre_?shared_?key|psk|wpa_?key|wep_?key|key_?passphrase|private_?key|session_?key|api_?key|(?:access_?)?token|密钥'

/** `name = value` in any of the usual spellings: `=`, `:`, quotes, JSON, ini files and command lines. */
const assignment = (words: string) =>
  new RegExp(
    `((?<![a-z])[\\w.-]{0,64}(?:${words})["'\\]]?\\s{0,8}[=:：]\\s{0,8}["']?)([^\\s"',;&<>，；。、）]{1,256})`,
    'giu',
  )
/** `<…Password…>value<`. */
const element = (words: string) => new RegExp(`(<[\\w:.-]{0,64}(?:${words})(?:\\s[^<>]{0,128})?>)([^<]{1,512})`, 'giu')

interface Rule {
  kind: MaskKind
  pattern: RegExp
}

const rules: readonly Rule[] = [
  // Keys first: "key passphrase" is one.
  ...[keyWords].flatMap((words): Rule[] => [
    { kind: 'keys', pattern: assignment(words) },
    { kind: 'keys', pattern: element(words) },
  ]),
  { kind: 'passwords', pattern: assignment(passwordWords) },
  { kind: 'passwords', pattern: element(passwordWords) },
  { kind: 'passwords', pattern: /(:\/\/[^\s/:@<>"]{0,256}:)([^\s/@<>"]{1,256})(?=@)/g },
  { kind: 'passwords', pattern: /(\bAuthorization:\s{0,4}\w+\s)(.{1,512})/gi },
  { kind: 'accounts', pattern: assignment(accountWords) },
  { kind: 'accounts', pattern: element(accountWords) },
]

const keyBegin = /-----BEGIN [A-Z ]*PRIVATE KEY-----/
const keyEnd = /-----END [A-Z ]*PRIVATE KEY-----/

/**
 * Masks secrets in text, line by line: named ones by their names, and the box's own wherever they stand. One redactor
 * reads one file from its first line to its last.
 */
export class Redactor {
  readonly #choice: MaskChoice
  readonly #known: { pattern: RegExp; kinds: ReadonlyMap<string, MaskKind> } | null
  #isInKey = false

  constructor(choice: MaskChoice, known: readonly KnownSecret[]) {
    this.#choice = choice
    const kinds = new Map(known.filter(({ kind }) => choice[kind]).map(({ kind, value }) => [value, kind]))
    const longestFirst = [...kinds.keys()].sort((a, b) => b.length - a.length).map(escaped)
    this.#known = kinds.size === 0 ? null : { pattern: new RegExp(longestFirst.join('|'), 'g'), kinds }
  }

  line(text: string): RedactedLine {
    const kinds = new Set<MaskKind>()
    if (this.#choice.keys && (this.#isInKey || keyBegin.test(text))) {
      const isFirst = !this.#isInKey
      this.#isInKey = !keyEnd.test(text)
      return { text: isFirst ? `-----${mask}-----` : mask, kinds: isFirst ? ['keys'] : [] }
    }
    let masked = text
    for (const { kind, pattern } of rules) {
      if (!this.#choice[kind]) continue
      masked = masked.replace(pattern, (whole, before: string, value: string) => {
        if (isMaskedAlready(value)) return whole
        kinds.add(kind)
        return before + mask
      })
    }
    return { text: this.known(masked, kinds), kinds: [...kinds] }
  }

  /** Masks only what is known as a secret of this box, for text whose words are ours. */
  known(text: string, kinds: Set<MaskKind> = new Set()): string {
    const known = this.#known
    if (!known) return text
    return text.replace(known.pattern, (value) => {
      kinds.add(known.kinds.get(value) ?? 'passwords')
      return mask
    })
  }
}

function isMaskedAlready(value: string): boolean {
  return value.startsWith('***')
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
