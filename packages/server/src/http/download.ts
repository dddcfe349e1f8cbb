import type { Context as HonoContext } from 'hono'

/** What a file holds: text, bytes, or bytes that are made while they are sent. */
type Content = string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>

/** An answer that is a file to keep instead of JSON for a screen: its name, media type, and what it holds. */
export class Download {
  readonly name: string
  readonly type: string
  readonly text: Content
  /** The policy of a page of ours that is shown in a frame of ours instead of kept. */
  readonly shown: string | null

  /** The name is ours: letters, digits, dots and dashes. */
  constructor(of: { name: string; type: string; text: Content; shown?: string }) {
    if (!/^[\w.-]+$/.test(of.name)) throw new Error(`Not a name for a file: ${of.name}`)
    this.name = of.name
    this.type = of.type
    this.text = of.text
    this.shown = of.shown ?? null
  }
}

/** Sends a file; the browser keeps it under its name, and never shows it as a page of ours. */
export function sendDownload(c: HonoContext, { name, type, text, shown }: Download): Response {
  const contentType = typeof text === 'string' ? `${type}; charset=utf-8` : type
  if (shown !== null) {
    const frame = { 'Content-Security-Policy': shown, 'X-Frame-Options': 'SAMEORIGIN' }
    return c.body(text, 200, { ...frame, 'Content-Type': contentType, 'Cache-Control': 'no-store' })
  }
  return c.body(text, 200, {
    'Content-Type': contentType,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store',
  })
}
