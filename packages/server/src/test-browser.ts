/** A device with a browser: it keeps cookies, and follows no redirect by itself. */
import type { Hono } from 'hono'
import { publicUrl } from './test-member.ts'

export type BrowserReply = { status: number; headers: Headers; text: string }

export function browser(app: { hono: Pick<Hono, 'request'> }, { cookie = '' }: { cookie?: string } = {}) {
  const jar = new Map<string, string>()
  const own = cookie === '' ? [] : [cookie]
  const send = async (method: string, path: string, fields?: [string, string][]): Promise<BrowserReply> => {
    const cookies = [...own, ...[...jar].map((pair) => pair.join('='))].join('; ')
    const headers = new Headers({ cookie: cookies })
    if (fields !== undefined) headers.set('content-type', 'application/x-www-form-urlencoded')
    const body = fields === undefined ? null : new URLSearchParams(fields).toString()
    const reply = await app.hono.request(new URL(path, publicUrl).href, { method, headers, body })
    for (const set of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (/max-age=0/i.test(set)) jar.delete(name)
      else jar.set(name, value)
    }
    return { status: reply.status, headers: reply.headers, text: await reply.text() }
  }
  return {
    ...{ jar, cookie },
    get: (path: string) => send('GET', path),
    post: (path: string, fields: [string, string][] = []) => send('POST', path, fields),
  }
}
