import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context as HonoContext } from 'hono'

/** The network address a request comes from, for limits only; it is never stored. Empty in tests without a socket. */
export function addressOf(c: HonoContext): string {
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    return ''
  }
}
