export const home = {
  title: 'Bring a box to this laptop',
  subtitle: 'Three steps, no internet needed. Nothing on the network is changed.',
  adapter: {
    title: 'Choose the network adapter',
    hint: 'The one that the box is connected to, by cable or through a switch.',
    empty:
      'No network adapter has an address. Plug in the cable, or give the adapter a fixed address such as 192.168.1.10.',
    loopbackHint: 'Only boxes on this laptop reach this address: use it for demo boxes.',
    mac: 'MAC {{mac}}',
  },
  url: {
    title: 'Enter this ACS URL on the box',
    hint: 'In the box’s menu under TR-069, remote management or ACS. Any path works.',
    demoHint: 'This address only works on this laptop. For a real box choose another adapter above.',
    noAuth: 'The box needs no user name and password: leave them as they are.',
    withAuth: 'The box must log in as “{{username}}” ({{auth}}).',
    qr: 'QR code of the ACS URL',
    notReady: 'The address appears as soon as the ACS port is open.',
    noAdapter: 'The address appears as soon as the chosen adapter is connected again.',
  },
  ports: {
    title: 'Ports',
    retry: 'Try again',
    usePort: 'Use this port',
    portField: 'Other port for {{name}}',
    protocol: '{{protocol}} port {{port}}',
  },
  boxes: {
    title: 'The box appears here',
    waiting: 'Waiting for an Inform …',
    waitingHint:
      'Most boxes call when they start: switch the box off and on. Nothing after two minutes? Check the cable, the address of this laptop and its firewall.',
    all: 'All boxes',
  },
  demo: {
    title: 'No box at hand?',
    hint: 'A demo box runs on this laptop and behaves like a real one.',
    stb: 'Start a demo set-top box',
    gateway: 'Start a demo gateway',
    gateway181: 'Gateway, TR-181',
    gateway098: 'Gateway, TR-098',
    more: 'Other demo boxes',
    running_one: '{{count}} demo box is running',
    running_other: '{{count}} demo boxes are running',
    stopAll: 'Stop all',
  },
} as const
