import { BlockList } from 'node:net'
import { expect, test } from 'vitest'
import { addressFor, mayReach } from './webhook.address.ts'

const none = { thisMachine: false, networks: null }
const family = (address: string) => (address.includes(':') ? 6 : 4)

test.each([
  ...[
    '127.0.0.1',
    '10.0.0.1',
    '172.16.9.9',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
  ],
  ...[
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    'ff02::1',
  ],
  ...[
    '::ffff:127.0.0.1',
    '::ffff:a00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    '100::1',
  ],
])('nothing is sent to %s', (address) => {
  expect(mayReach({ address, family: family(address) }, none)).toBe(false)
})

test.each(['93.184.216.34', '172.32.0.1', '100.128.0.1', '8.8.8.8', '2a00:1450:400e::200e', '2606:4700::1'])(
  'a public address is reached: %s',
  (address) => {
    expect(mayReach({ address, family: family(address) }, none)).toBe(true)
  },
)

test('this machine only where that is allowed, a network of the house only where it is named', () => {
  const networks = new BlockList()
  networks.addSubnet('10.1.0.0', 16, 'ipv4')
  const house = { thisMachine: false, networks }
  expect(mayReach({ address: '127.0.0.1', family: 4 }, { thisMachine: true, networks: null })).toBe(true)
  expect(mayReach({ address: '10.1.2.3', family: 4 }, { thisMachine: true, networks: null })).toBe(false)
  expect(mayReach({ address: '10.1.2.3', family: 4 }, house)).toBe(true)
  expect(mayReach({ address: '10.2.2.3', family: 4 }, house)).toBe(false)
  expect(mayReach({ address: '127.0.0.1', family: 4 }, house)).toBe(false)
})

test('a host is looked up, and odd spellings of this machine lead nowhere', async () => {
  expect(await addressFor('localhost', none)).toBe('refused-address')
  expect(await addressFor('[::1]', none)).toBe('refused-address')
  // As a URL spells them: 2130706433, 0x7f.1 and 017700000001 are 127.0.0.1.
  for (const odd of ['http://2130706433', 'http://0x7f.1', 'http://017700000001']) {
    expect(await addressFor(new URL(odd).hostname, none)).toBe('refused-address')
  }
  expect(await addressFor('localhost', { thisMachine: true, networks: null })).toMatchObject({
    address: expect.stringMatching(/^(127\.0\.0\.1|::1)$/),
  })
  expect(await addressFor('bestaat-niet.invalid', none)).toBe('unknown-host')
})
