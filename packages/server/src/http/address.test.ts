import fc from 'fast-check'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { addressOf, clientAddress, knowAddress, neighbourhood, readTrustedProxies } from './address.ts'

const table: [
  what: string,
  peer: string,
  forwarded: string | undefined,
  setting: string | null,
  is: string,
][] = [
  ['no proxy is trusted unless it was said', '203.0.113.9', '10.0.0.1', null, '203.0.113.9'],
  ['one hop: whom the proxy spoke with', '127.0.0.1', '198.51.100.7', '1', '198.51.100.7'],
  [
    'what the sender wrote himself stands further left',
    '127.0.0.1',
    '1.1.1.1, 198.51.100.7',
    '1',
    '198.51.100.7',
  ],
  ['two hops', '127.0.0.1', '1.1.1.1, 198.51.100.7, 10.0.0.2', '2', '198.51.100.7'],
  ['fewer than promised: the first there is', '127.0.0.1', '198.51.100.7', '3', '198.51.100.7'],
  ['no header: the peer', '127.0.0.1', undefined, '1', '127.0.0.1'],
  ['an empty header: the peer', '127.0.0.1', '', '1', '127.0.0.1'],
  ['no address in it: the peer', '127.0.0.1', 'unknown', '1', '127.0.0.1'],
  [
    'a trusted network is passed over',
    '10.0.0.3',
    '1.1.1.1, 198.51.100.7, 10.9.9.9',
    '10.0.0.0/8',
    '198.51.100.7',
  ],
  ['a peer outside the network is not believed', '203.0.113.9', '1.1.1.1', '10.0.0.0/8', '203.0.113.9'],
  ['several networks', '::1', '198.51.100.7, 10.0.0.2', '::1, 10.0.0.0/8', '198.51.100.7'],
  ['IPv4 written as IPv6', '::ffff:10.0.0.2', '198.51.100.7', '10.0.0.2', '198.51.100.7'],
  ['with a port', '127.0.0.1', '198.51.100.7:4711', '1', '198.51.100.7'],
  ['IPv6 with a port', '127.0.0.1', '[2001:db8::7]:4711', '1', '2001:db8::7'],
]

test.each(table)('%s', (_, peer, forwarded, setting, is) => {
  const trusted = setting === null ? null : readTrustedProxies(setting)
  expect(setting === null || trusted !== null).toBe(true)
  expect(clientAddress(peer, forwarded, trusted)).toBe(is)
})

test.each([
  '0',
  '10',
  '-1',
  '1.5',
  'yes',
  '*',
  '10.0.0.0/33',
  '10.0.0.0/0',
  '::/0',
  '10.0.0.0/x',
  '10.0.0',
  '1,2',
  '',
])('TRUST_PROXY=%j is neither a number of hops nor a list of networks', (setting) => {
  expect(readTrustedProxies(setting)).toBeNull()
})

const ours = fc.ipV4().map((address) => address.replace(/^\d+/, '10'))
const foreign = fc.ipV4().filter((address) => !address.startsWith('10.'))
const spoofed = fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), ours, fc.string()), { maxLength: 6 })

test('whatever a sender writes into the header, his own address counts: networks', () => {
  const trusted = readTrustedProxies('10.0.0.0/8')
  fc.assert(
    fc.property(spoofed, foreign, fc.array(ours, { minLength: 1, maxLength: 4 }), (lies, sender, chain) => {
      // Each proxy adds whom it spoke with; the last one of them is our peer.
      const forwarded = [...lies, sender, ...chain.slice(0, -1)].join(', ')
      expect(clientAddress(chain.at(-1) ?? '', forwarded, trusted)).toBe(sender)
    }),
  )
})

test('whatever a sender writes into the header, his own address counts: hops', () => {
  fc.assert(
    fc.property(
      spoofed,
      fc.ipV4(),
      fc.array(fc.ipV4(), { minLength: 1, maxLength: 9 }),
      (lies, sender, chain) => {
        const forwarded = [...lies, sender, ...chain.slice(0, -1)].join(',')
        const trusted = readTrustedProxies(String(chain.length))
        expect(clientAddress(chain.at(-1) ?? '', forwarded, trusted)).toBe(sender)
      },
    ),
  )
})

test('who comes to us directly is himself, whatever is written and whatever networks are trusted', () => {
  fc.assert(
    fc.property(spoofed, foreign, (lies, sender) => {
      expect(clientAddress(sender, lies.join(', '), null)).toBe(sender)
      expect(clientAddress(sender, lies.join(', '), readTrustedProxies('10.0.0.0/8'))).toBe(sender)
    }),
  )
})

test.each([
  ['198.51.100.7', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
  ['2001:db8::7', '2001:db8:0:0::'],
  ['2001:0db8::0:7', '2001:db8:0:0::'],
  ['::1', '0:0:0:0::'],
  ['', ''],
])('limits count %s as %s', (address, counted) => {
  expect(neighbourhood(address)).toBe(counted)
})

test('a request is asked once where it comes from, by its socket and the header', async () => {
  const socket = { incoming: { socket: { remoteAddress: '10.0.0.2', remotePort: 1, remoteFamily: 'IPv4' } } }
  const asked = async (setting: string | null) => {
    const app = new Hono().use(knowAddress(setting === null ? null : readTrustedProxies(setting)))
    app.get('/', (c) => c.text(addressOf(c)))
    return (await app.request('/', { headers: { 'x-forwarded-for': '2001:db8::1' } }, socket)).text()
  }
  expect(await asked(null)).toBe('10.0.0.2')
  expect(await asked('1')).toBe('2001:db8:0:0::')
  expect(await asked('192.0.2.0/24')).toBe('10.0.0.2')
})
