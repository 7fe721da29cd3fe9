/** A serial number that tells one box from another; undefined for the ones that whole series bear. */
export function usableSerial(text: string | undefined): string | undefined {
  const serial = text?.trim() ?? ''
  const isDummy = serial.length < 5 || /^(.)\1*$/.test(serial) || /^0?123456789?0?$/.test(serial)
  return isDummy || /^(none|null|unknown|n\/a|default)$/i.test(serial) ? undefined : serial
}
