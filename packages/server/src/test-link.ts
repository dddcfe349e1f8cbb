/** A respondent with her link: opens the page, reads its form, posts it as a browser does. */
import type { Hono } from 'hono'
import { publicUrl } from './test-member.ts'

export type Fields = Readonly<Record<string, string>> | [name: string, value: string][]
export type LinkReply = { status: number; headers: Headers; text: string; json: () => unknown }

type Options = { accept?: 'html' | 'json'; headers?: Record<string, string> }

const accepts = { html: 'text/html,application/xhtml+xml', json: 'application/json' }

/** Requests by a check link, `http://…/f/<token>`. */
export function byLink(app: { hono: Pick<Hono, 'request'> }, url: string) {
  const path = new URL(url, publicUrl).pathname
  // One device: it keeps the cookies that it is given, as a phone does. Another one is another `byLink`.
  const jar = new Map<string, string>()
  const send = async (
    method: string,
    at: string,
    init: Options & { body?: string | Uint8Array<ArrayBuffer> } = {},
  ): Promise<LinkReply> => {
    const headers = new Headers({ accept: accepts[init.accept ?? 'html'], ...init.headers })
    if (jar.size > 0) headers.set('cookie', [...jar].map((pair) => pair.join('=')).join('; '))
    const response = await app.hono.request(publicUrl + at, { method, headers, body: init.body ?? null })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      jar.set(name, value)
    }
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) }
  }
  const post = (fields: Fields, options: Options = {}) => {
    const body = new URLSearchParams(fields)
    return send('POST', path, {
      ...options,
      body: body.toString(),
      headers: { ...formType, ...options.headers },
    })
  }
  return {
    path,
    token: path.split('/').at(-1) ?? '',
    get: (options: Options & { query?: string } = {}) => send('GET', path + (options.query ?? ''), options),
    notNow: () => send('GET', `${path}/not-now`),
    renew: () => send('POST', `${path}/renew`),
    /** A form with these fields, as a browser sends it. */
    post,
    /** Bytes as they are, for forms that no browser sends. */
    postRaw: (body: string | Uint8Array<ArrayBuffer>, options: Options = {}) =>
      send('POST', path, { ...options, body, headers: { ...formType, ...options.headers } }),
    any: (method: string, at = '') => send(method, path + at),
    /** The key that stands in the page's form. */
    async key(): Promise<string> {
      const page = await send('GET', path)
      return keyIn(page.text)
    },
    /** Fills in the page's own form and sends it. */
    async answer(fields: Readonly<Record<string, string>>, options: Options = {}): Promise<LinkReply> {
      const page = await send('GET', path)
      return post({ key: keyIn(page.text), ...fields }, { accept: 'json', ...options })
    },
  }
}

const formType = { 'content-type': 'application/x-www-form-urlencoded' }

function keyIn(page: string): string {
  const key = /name="?key"? value="?([^\s">]+)/.exec(page)?.[1]
  if (key === undefined) throw new Error(`The page has no form: ${page.slice(0, 2000)}`)
  return key
}
