import { BlockList, isIP, isIPv4 } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context as HonoContext, MiddlewareHandler } from 'hono'

/** Which proxies stand before us: so many, or those in these networks. Null: none, and what a request says is not read. */
export type TrustedProxies = { hops: number } | { networks: BlockList } | null

/** Reads the setting TRUST_PROXY: a number of hops (1 to 9), or addresses and CIDR networks divided by commas; null when it is neither. */
export function readTrustedProxies(text: string): TrustedProxies {
  if (/^[1-9]$/.test(text)) return { hops: Number(text) }
  const networks = new BlockList()
  for (const part of text.split(',').map((one) => one.trim())) {
    const [address = '', bits] = part.split('/')
    const family = isIPv4(address) ? 'ipv4' : 'ipv6'
    const longest = family === 'ipv4' ? 32 : 128
    const prefix = bits === undefined ? longest : /^\d{1,3}$/.test(bits) ? Number(bits) : -1
    // A network of everybody would believe everybody.
    if (isIP(address) === 0 || prefix < 1 || prefix > longest) return null
    networks.addSubnet(address, prefix, family)
  }
  return { networks }
}

/**
 * The address a request came from. Read from the right, because each proxy adds on the right whom it spoke with: what a
 * sender wrote himself stands on the left of that and never wins. What is no address ends the search.
 */
export function clientAddress(peer: string, forwarded: string | undefined, trusted: TrustedProxies): string {
  let address = plainAddress(peer) ?? ''
  if (trusted === null || forwarded === undefined || address === '') return address
  const earlier = forwarded.split(',')
  for (let hop = 0; earlier.length > 0 && isTrusted(address, hop, trusted); hop++) {
    const before = plainAddress(earlier.pop() ?? '')
    if (before === null) break
    address = before
  }
  return address
}

function isTrusted(address: string, hop: number, trusted: NonNullable<TrustedProxies>): boolean {
  if ('hops' in trusted) return hop < trusted.hops
  return trusted.networks.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')
}

/** `1.2.3.4:5`, `[::1]:5`, `::ffff:1.2.3.4` → the address alone, as everybody writes it; null for what is none. */
function plainAddress(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%[\w.-]+$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '')
  return isIP(bare) === 0 ? null : bare.toLowerCase()
}

/** For limits: one house on IPv6 has a whole /64 network, so that is what counts as one address. */
export function neighbourhood(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('::')
  const [left, right] = [head.split(':').filter(Boolean), (tail ?? '').split(':').filter(Boolean)]
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  const groups = [...left, ...gap, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
  return `${groups.join(':')}::`
}

const key = 'address'

/** Finds out once per request from where it comes. */
export function knowAddress(trusted: TrustedProxies): MiddlewareHandler {
  return async (c, next) => {
    const found = clientAddress(peerOf(c), c.req.header('x-forwarded-for'), trusted)
    c.set(key, neighbourhood(found))
    await next()
  }
}

/** The network address a request comes from, for limits only; it is never stored. Empty in tests without a socket. */
export function addressOf(c: HonoContext): string {
  const known: unknown = c.get(key)
  return typeof known === 'string' ? known : peerOf(c)
}

function peerOf(c: HonoContext): string {
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    return ''
  }
}
