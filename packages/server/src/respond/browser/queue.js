import { allRows, drop, forget, keep } from './rows.js'

/**
 * @typedef {import('./rows.js').Row} Row
 * @typedef {{ stored?: true, error?: { message: string, fields?: object } }} Reply
 */

/**
 * @param {Row} row
 * @returns {Promise<Reply>} stored, refused for good, or neither: then it has to be sent again
 */
async function send(row) {
  const limit = new AbortController()
  setTimeout(() => limit.abort(), 15e3)
  try {
    const answer = await fetch(row.url, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams(row.body),
      // Also when the tab is closed meanwhile. Browsers allow it up to 64 kB; the longest open answer makes 24.
      keepalive: true,
      signal: limit.signal,
    })
    // The sign-in page of a public network also answers 200, but not in our words: that is no reply.
    const reply = await answer.json()
    return answer.status < 500 && answer.status !== 429 ? reply : {}
  } catch {
    return {}
  }
}

let tries = 0
/** @type {number} */
let timer

/**
 * Sends what waits, and goes on ever less often until it has arrived.
 *
 * @param {(row: Row, reply: Reply) => void} tell
 */
export async function sendWaiting(tell) {
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(sendWaiting, Math.min(2e3 * 2 ** tries++, 6e4), tell)
  }
  /** @param {unknown} mine null while it is being sent already, here or in another tab; a sleeping tab may not hold us up for ever */
  const drain = async (mine) => {
    if (!mine && tries < 3) return later()
    for (const row of await allRows()) {
      if (row.wait) {
        const reply = await send(row)
        if (reply.stored) await forget(row.key)
        else if (reply.error) {
          await drop(1, row.key)
          await keep({ ...row, wait: 0 })
        } else later()
        tell(row, reply)
      }
    }
  }
  if (navigator.locks) navigator.locks.request('weerklank', { ifAvailable: true }, drain)
  else drain(1)
}

/** @param {(row: Row, reply: Reply) => void} tell */
export function sendNow(tell) {
  tries = 0
  sendWaiting(tell)
}
