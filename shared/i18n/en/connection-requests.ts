/** Why a box could not be called, and what helps: one verdict each instead of “offline”. */
export const connectionRequestErrors = {
  CONNECTION_REQUEST_NO_MEANS: {
    title: 'The box cannot be called',
    cause: 'It reported neither a connection request URL nor a UDP address, and sends no heartbeats.',
  },
  CONNECTION_REQUEST_NO_ROUTE: {
    title: 'There is no way to the box',
    cause: '{{target}} is on a network that this laptop is not connected to.',
  },
  CONNECTION_REQUEST_BLOCKED: {
    title: 'This laptop blocks the call',
    cause: 'Its firewall or system forbids connections to {{target}}.',
  },
  CONNECTION_REQUEST_REFUSED: {
    title: 'The box refuses the connection',
    cause: 'It is there, but nothing listens at {{target}}: its TR-069 client has stopped, or reported an old port.',
  },
  CONNECTION_REQUEST_TIMEOUT_CONNECT: {
    title: 'Nobody answers',
    cause: 'Nothing came back from {{target}}: the box is off, on another network, or its firewall drops the call.',
  },
  CONNECTION_REQUEST_TIMEOUT_ANSWER: {
    title: 'The box took the call and said nothing',
    cause: 'It accepted the connection at {{target}} but never answered the request.',
  },
  CONNECTION_REQUEST_CLOSED: {
    title: 'The box hung up',
    cause: 'It closed the connection to {{target}} without an answer. Some boxes do so at the first try.',
  },
  CONNECTION_REQUEST_WRONG_PASSWORD: {
    title: 'The box does not accept our password',
    cause: 'User name or password for connection requests are not those of the box.',
  },
  CONNECTION_REQUEST_NO_CREDENTIALS: {
    title: 'The box wants a login',
    cause: 'It asks for user name and password of connection requests, and none are kept here.',
  },
  CONNECTION_REQUEST_BASIC_ONLY: {
    title: 'The box wants the password unprotected',
    cause: 'It offers Basic alone, which sends the password readable over the network.',
  },
  CONNECTION_REQUEST_UNKNOWN_CHALLENGE: {
    title: 'The box wants a login of an unknown kind',
    cause: 'It offers: {{offered}}',
  },
  CONNECTION_REQUEST_BUSY: {
    title: 'The box is busy',
    cause: 'It is in a session, or was called too often in a short time (503).',
  },
  CONNECTION_REQUEST_NOT_FOUND: {
    title: 'The box does not know this address',
    cause: 'The path of the connection request URL has changed since its last Inform ({{status}}).',
  },
  CONNECTION_REQUEST_REJECTED: {
    title: 'The box rejects the call',
    cause: 'It answered with HTTP status {{status}}.',
  },
  CONNECTION_REQUEST_BAD_URL: {
    title: 'The connection request URL cannot be used',
    cause: 'The box reported “{{url}}”.',
  },
  CONNECTION_REQUEST_PROTOCOL_ERROR: {
    title: 'The answer of the box is no HTTP',
    cause: 'It began with: {{excerpt}}',
  },
  CONNECTION_REQUEST_CANCELLED: {
    title: 'The call was broken off',
    cause: 'The job ended before the box answered.',
  },
  CONNECTION_REQUEST_NO_INFORM: {
    title: 'The box was called but does not come',
    cause:
      'It took the call ({{targets}}), but no Inform followed: its ACS URL may be another, or it cannot reach this laptop.',
  },
  TLS_CLIENT_CA_MISSING: {
    title: 'No certificate to check the boxes by',
    cause: 'Client certificates are demanded, but the authority that signs them was not chosen.',
  },
} as const

export const connectionRequestRemedies = {
  waitForInform: {
    text: 'Wait for the next Inform, or restart the box: it informs when it starts.',
    action: '',
  },
  checkCableAndSubnet: {
    text: 'Check power and cable, and that box and laptop are on the same network; then restart the box.',
    action: 'Check my network',
  },
  checkFirewall: {
    text: 'Allow FieldACS in the firewall of this laptop, outgoing and incoming.',
    action: 'Check my network',
  },
  rebootBox: { text: 'Restart the box at its switch: it informs when it starts.', action: '' },
  setConnectionRequestCredentials: {
    text: 'Give the box credentials of its own in its next session, or wait for its next Inform.',
    action: 'Set credentials',
  },
  allowBasic: {
    text: 'Restarting the box needs no password: it informs by itself. Or allow Basic for this box: whoever listens on this network can then read its password. It can be taken back under Credentials.',
    action: 'Allow Basic for this box',
  },
  waitAndRetry: { text: 'Wait a minute and try again.', action: 'Run again' },
  checkAcsUrl: {
    text: 'Compare the ACS URL on the box with the one on the first screen, and allow its port in the firewall.',
    action: 'Show the ACS URL',
  },
  chooseClientCa: { text: 'Choose the certificate authority of the boxes in the settings.', action: 'Open settings' },
} as const
