/** Learners at their own pages, as a phone without a script opens them. */
import { publicUrl } from '../../test-member.ts'
import type { Running } from '../../test-running.ts'

export type OwnReply = { status: number; text: string; headers: Headers }

/** Requests below the address of somebody's own pages, `/l/<token>`. */
export function byLearnerLink(app: Pick<Running, 'hono'>, path: string) {
  const send = async (method: string, below: string, body?: Record<string, string>): Promise<OwnReply> => {
    const headers = new Headers({ accept: 'text/html' })
    if (body !== undefined) headers.set('content-type', 'application/x-www-form-urlencoded')
    const response = await app.hono.request(publicUrl + path + below, {
      ...{ method, headers, body: body === undefined ? null : new URLSearchParams(body).toString() },
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  const get = (below = '') => send('GET', below)
  return {
    get,
    post: (below: string, body: Record<string, string>) => send('POST', below, body),
    /** Opens a page and sends its form with what is hidden in it. */
    async fill(below: string, body: Record<string, string>): Promise<OwnReply> {
      const { text } = await get(below)
      const hidden = [...text.matchAll(/<input type=hidden name="?(\w+)"? value="?([^">]*)"?>/g)]
      const typed = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]))
      return send('POST', below, { ...typed, ...body })
    },
    /** Chooses about research on the page that asks it. */
    async choose(choice: 'ja' | 'nee'): Promise<OwnReply> {
      return this.fill('/keuze/research', { keuze: choice })
    },
  }
}
