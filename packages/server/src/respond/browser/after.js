import { sendNow } from './queue.js'
import { forget } from './rows.js'

/** A page without questions: what was kept for it may go, and what waits from other pages goes on its way. */

const path = location.pathname
const flush = () =>
  sendNow((row, { stored }) => {
    if (stored && row.url === path) location.replace(path + location.search)
  })

window.ononline = flush
document.onvisibilitychange = () => document.hidden || flush()
// Answered, or not now: this device need not remember anything.
forget(document.body.id).then(flush)
