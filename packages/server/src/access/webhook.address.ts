import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { setTimeout as later } from 'node:timers/promises'

/** Where messages may go beside public addresses. */
export type WebhookTargets = {
  /** To this machine, also without TLS: where nobody else is served, as in a try-out. */
  thisMachine: boolean
  /** Networks of the organisation itself. */
  networks: BlockList | null
}

export type Address = { address: string; family: 4 | 6 }

/** Not on the internet: this machine, networks of a house, and what is set apart for other use (IANA special registries). */
// Two lists: one would hold an IPv4 address against the IPv6 networks too, as ::ffff:….
const special = { ipv4: new BlockList(), ipv6: new BlockList() }
for (const [net, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
  ] as const),
  ...([
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
] as const)
  special.ipv4.addSubnet(net, bits, 'ipv4')
// Only 2000::/3 is given out; within it some is set apart, or holds an IPv4 address.
for (const [net, bits] of [
  ...([
    ['::', 3],
    ['4000::', 2],
    ['8000::', 1],
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
  ] as const),
  ...([['3fff::', 20]] as const),
] as const)
  special.ipv6.addSubnet(net, bits, 'ipv6')

const isLoopback = ({ address }: Address) => address === '::1' || address.startsWith('127.')

/** Whether a message may be sent to an address. */
export function mayReach(to: Address, targets: WebhookTargets): boolean {
  const family = to.family === 4 ? 'ipv4' : 'ipv6'
  if (!special[family].check(to.address, family)) return true
  if (targets.thisMachine && isLoopback(to)) return true
  return targets.networks?.check(to.address, family) ?? false
}

/**
 * The address to connect to for a host, or why there is none. All addresses of a name must be allowed: one that is not
 * shows that the name was made to lead somewhere else. The connection goes to the address given here, so that the name
 * cannot mean something else by then.
 */
export async function addressFor(
  host: string,
  targets: WebhookTargets,
): Promise<Address | 'refused-address' | 'unknown-host'> {
  const bare = host.replace(/^\[(.*)\]$/, '$1')
  const all = isIP(bare) === 0 ? await lookedUp(bare) : [{ address: bare, family: isIP(bare) as 4 | 6 }]
  const [first] = all
  if (first === undefined) return 'unknown-host'
  return all.every((one) => mayReach(one, targets)) ? first : 'refused-address'
}

const lookupMs = 3_000

async function lookedUp(name: string): Promise<Address[]> {
  try {
    // A name server that does not answer holds up all other jobs.
    const late = later(lookupMs, [], { ref: false })
    const found = await Promise.race([lookup(name, { all: true }), late])
    return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }))
  } catch {
    return []
  }
}
