import { AppError } from '@weerklank/core/shared/errors'
import type { Context as HonoContext } from 'hono'
import { readBody } from './server.ts'

/** A form with the longest open answer in emoji, percent-encoded, is 24 kB. */
const checkSize = { bytes: 64 * 1024, fields: 200 }

/** Reads a posted form (`application/x-www-form-urlencoded`) into its fields, in order, doubles included. */
export async function readForm(c: HonoContext, atMost = checkSize): Promise<(readonly [string, string])[]> {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) throw new AppError('wrong-media-type')
  const bytes = await readBody(c, atMost.bytes)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const parts = text.split('&').filter((part) => part !== '')
    if (parts.length > atMost.fields) throw new AppError('too-large')
    return parts.map(fieldOf)
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    // Bytes that are no UTF-8, also when they are hidden behind percent signs.
    throw new AppError('unreadable-body', { cause })
  }
}

function fieldOf(part: string): readonly [string, string] {
  const at = part.indexOf('=')
  const decode = (value: string) => decodeURIComponent(value.replaceAll('+', ' '))
  return at < 0 ? [decode(part), ''] : [decode(part.slice(0, at)), decode(part.slice(at + 1))]
}
