/** The page of a form (respond/form). Everything here also works without it, by sending the page. */

const form = /** @type {HTMLFormElement} */ (document.getElementById('form'))
const offline = /** @type {HTMLElement} */ (document.getElementById('offline'))
const read = /** @type {HTMLButtonElement} */ (document.getElementById('read'))

/** What is filled in at a question; nothing where it is shut. */
function valuesOf(/** @type {string} */ path) {
  /** @type {string[]} */
  const found = []
  for (const field of new FormData(form)) {
    if (field[0] === `a${path}` && field[1]) found.push(String(field[1]))
  }
  return found
}

/** Whether a condition holds: `!=` when no value is the same, the larger and smaller as numbers or as days. */
function holds(/** @type {string[]} */ condition) {
  const values = valuesOf(condition[0] || '')
  const operator = condition[1] || ''
  const wanted = condition.slice(2)
  if (operator === 'exists') return values.length > 0 === (wanted[0] === '1')
  const same = values.some((value) => wanted.includes(value))
  if (operator === '=') return same
  if (operator === '!=') return !same
  return values.some((value) => {
    const limit = wanted[0] || ''
    const away = Number(value.replace(',', '.')) - Number(limit)
    const order = away || away === 0 ? away : value === limit ? 0 : value < limit ? -1 : 1
    return (order === 0 && operator.includes('=')) || (operator[0] === '>' ? order > 0 : order < 0)
  })
}

/** What depends on answers here opens and shuts; twice and more, because one can depend on another. */
function look() {
  let again = 5
  let changed = true
  while (changed && again) {
    again = again - 1
    changed = false
    for (const part of form.querySelectorAll('[data-w]')) {
      const group = /** @type {HTMLFieldSetElement} */ (part)
      const rules = JSON.parse(group.dataset.w || '[]')
      const open = rules.every((/** @type {any[]} */ rule) =>
        rule[0] ? rule.slice(1).some(holds) : rule.slice(1).every(holds),
      )
      if (group.disabled === open) {
        changed = true
        group.disabled = !open
        group.hidden = !open
      }
    }
  }
}

let touched = false
let sent = false

/** What is filled in is kept when the page is left: a phone may close it. */
function keep() {
  if (document.hidden && touched && !sent && form.dataset.keep) {
    touched = false
    const fields = new URLSearchParams()
    for (const field of new FormData(form)) fields.append(field[0], String(field[1]))
    fields.append('ga', 'bewaar')
    fetch(location.href, { method: 'POST', body: fields, keepalive: true }).catch(() => null)
  }
}

function changed() {
  touched = true
  look()
}

/** Reading aloud, only with a voice that lives on this device: nothing is sent anywhere. */
function offerReading() {
  const speech = window.speechSynthesis
  const idle = read.textContent
  const language = (form.lang || document.documentElement.lang).slice(0, 2)
  /** @type {SpeechSynthesisVoice | undefined} */
  let voice
  /** @type {SpeechSynthesisUtterance[]} */
  let sentences = []
  const find = () => {
    voice = speech.getVoices().find((one) => one.localService && one.lang.startsWith(language))
    read.hidden = !voice
  }
  const stop = () => {
    speech.cancel()
    sentences = []
    read.textContent = idle
  }
  read.onclick = () => {
    if (sentences[0]) return stop()
    read.textContent = read.value
    const shown = [...form.querySelectorAll('h2,h3,section,p.t')].filter(
      (part) => part.getClientRects().length,
    )
    sentences = shown.map((part) => {
      // biome-ignore lint/performance/useDomNodeTextContent: what is not shown is not read aloud.
      const sentence = new SpeechSynthesisUtterance(/** @type {HTMLElement} */ (part).innerText)
      sentence.voice = voice || null
      sentence.onend = () => speech.pending || stop()
      speech.speak(sentence)
      return sentence
    })
  }
  if (speech) {
    find()
    speech.onvoiceschanged = find
    window.onpagehide = stop
  }
}

look()
form.oninput = changed
form.onsubmit = (event) => {
  sent = true
  if (navigator.onLine) return
  event.preventDefault()
  sent = false
  offline.hidden = false
}
document.onvisibilitychange = keep
offerReading()
