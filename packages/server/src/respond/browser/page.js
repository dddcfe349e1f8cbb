import { answersNow, putBack, showFirstOpen, showStates } from './answers.js'
import { sendNow } from './queue.js'
import { allRows, drop, keep } from './rows.js'
import { enableLine, setMark } from './scale.js'
import { byId, form, notSent, part, retry, sections, sending, waitingHere, waitingSafely } from './screen.js'
import { offerReading } from './voice.js'

/** The response this page is about; the same again after a new link. */
const ownKey = document.body.id
const path = location.pathname

/** Whether the answer was handed in and is not there yet. */
let waiting = false
/** Whether it survives a closed tab. */
let safe = true
/** Whether it has arrived. */
let done = false
/** @type {number | undefined} */
let saving

async function save() {
  if (!done)
    safe = await keep({
      key: ownKey,
      url: path,
      body: String(answersNow()),
      at: Date.now(),
      wait: waiting ? 1 : 0,
    })
}

/** @param {Element | null} section */
function changed(section) {
  showStates(section)
  clearTimeout(saving)
  saving = setTimeout(save, 200)
}

/** @param {string} text */
function say(text) {
  const place = byId('status')
  place.textContent = text
  place.className = 'box'
  byId('leave').hidden = waiting
}

/** @type {Parameters<typeof sendNow>[0]} */
function told(row, { stored, error }) {
  if (row.key !== ownKey && row.url !== path) return
  if (stored) {
    done = true
    location.replace(path + location.search)
  } else {
    waiting = !error
    // What has to be mended the server shows at its place: this sends the same form as a page.
    if (error?.fields) form.submit()
    else if (error) say([error.message, notSent].join(' '))
    else {
      say(safe ? waitingSafely : waitingHere)
      byId('send').textContent = retry
    }
  }
}

const flush = () => sendNow(told)

function handIn(/** @type {Event} */ event) {
  event.preventDefault()
  clearTimeout(saving)
  if (!waiting) form.at.value = new Date().toISOString()
  waiting = true
  say(sending)
  save().then(flush)
}

function start() {
  for (const section of sections) {
    section.dataset.name = /** @type {HTMLInputElement} */ (part(section, '[name]')).name
    enableLine(section, changed)
    setMark(section, /** @type {HTMLInputElement | null} */ (part(section, '.r :checked'))?.value)
  }
  /** @param {Event} event */
  const sectionOf = (event) => /** @type {Element} */ (event.target).closest('section')
  form.oninput = (event) => changed(sectionOf(event))
  form.addEventListener('focusin', (event) => showStates(sectionOf(event)))
  offerReading()
  showFirstOpen()
  // Until here the page goes back to its radio buttons when something fails.
  for (const plain of form.querySelectorAll('.r')) plain.remove()
  form.onsubmit = handIn
}

/** A kept answer of this page is put back, and goes on its way again if it was; drafts are not kept for ever. */
async function resume() {
  for (const row of await allRows()) {
    if (!row.wait && row.at < Date.now() - 6048e5) drop(0, row.key)
    else if (row.key === ownKey && !saving && !waiting) {
      putBack(row.body)
      if (row.wait) {
        waiting = true
        say(sending)
        // The link may be a new one.
        await keep({ ...row, url: path })
      }
    }
  }
  flush()
}

window.ononline = flush
document.onvisibilitychange = () => document.hidden || flush()
start()
resume()
