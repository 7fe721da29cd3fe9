/** Why a value cannot be written (`validateValue`). */
export const validation = {
  boolean: 'Only yes or no: true, false, 1 or 0.',
  integer: 'A whole number is needed.',
  number: 'A number is needed.',
  range: 'It must lie between {{min}} and {{max}}.',
  tooLong: 'At most {{max}} characters; these are {{length}}.',
  tooShort: 'At least {{min}} characters; these are {{length}}.',
  notAllowed: 'Only one of these: {{values}}',
  ip: 'An IP address is needed, such as 192.168.1.10.',
  ipv4: 'An IPv4 address is needed, such as 192.168.1.10.',
  mac: 'A MAC address is needed, such as 00:E0:FC:12:34:56.',
  url: 'A whole address is needed, such as http://10.0.0.1:8080/acs.',
  dateTime: 'A date and time is needed, such as 2026-01-31T08:30:00Z.',
  hex: 'Hexadecimal digits in pairs are needed.',
  base64: 'Base64 is needed.',
  pattern: 'It must have the form {{pattern}}.',
  controlCharacter: 'It holds a character that cannot be sent.',
} as const
