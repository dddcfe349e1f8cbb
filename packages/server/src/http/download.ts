import type { Context as HonoContext } from 'hono'

/** What a file holds: text, bytes, or bytes that are made while they are sent. */
type Content = string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>

/** An answer that is a file to keep instead of JSON for a screen: its name, media type, and what it holds. */
export class Download {
  readonly name: string
  readonly type: string
  readonly text: Content

  /** The name is ours: letters, digits, dots and dashes. */
  constructor(of: { name: string; type: string; text: Content }) {
    if (!/^[\w.-]+$/.test(of.name)) throw new Error(`Not a name for a file: ${of.name}`)
    this.name = of.name
    this.type = of.type
    this.text = of.text
  }
}

/** Sends a file; the browser keeps it under its name, and never shows it as a page of ours. */
export function sendDownload(c: HonoContext, { name, type, text }: Download): Response {
  return c.body(text, 200, {
    'Content-Type': typeof text === 'string' ? `${type}; charset=utf-8` : type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store',
  })
}
