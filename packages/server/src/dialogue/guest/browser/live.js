/**
 * The page of a guest while a meeting is held: shows what the stream tells, keeps what is typed until the server has it, and
 * tells a screen reader only what matters. It writes text, never markup; without it the page works by reloading.
 */
const main = document.querySelector('main')
const words = JSON.parse(main.dataset.words)
const language = document.documentElement.lang
const base = location.pathname
const store = `wk-live ${base}`
const one = (id) => document.getElementById(id)
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')
const put = (id, text) => {
  const at = one(id)
  if (at && at.textContent !== text) at.textContent = text
}
const show = (id, is) => {
  const at = one(id)
  if (at) at.hidden = !is
}
const newId = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 15) | 64
  bytes[8] = (bytes[8] & 63) | 128
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
const element = (tag, className, text) => {
  const made = document.createElement(tag)
  if (className) made.className = className
  if (text !== undefined) made.textContent = text
  return made
}

// What waits to be sent. The browser may have no place for it: then it waits in the page.
let queue = []
try {
  queue = JSON.parse(localStorage.getItem(store)) ?? []
} catch {}
const keep = () => {
  try {
    if (queue.length > 0) localStorage.setItem(store, JSON.stringify(queue))
    else localStorage.removeItem(store)
  } catch {}
}
const post = async (fields) => {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), 10000)
  try {
    const answer = await fetch(base, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams(fields),
      signal: limit.signal,
    })
    if (answer.status >= 500 || answer.status === 429) return null
    return await answer.json()
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}
let isSending = false
let pause = 1000
const flush = async () => {
  if (isSending) return
  isSending = true
  while (queue.length > 0) {
    const [first] = queue
    const reply = await post(first)
    if (reply === null) {
      if (first.body) put('sent', words.waits)
      setTimeout(flush, pause)
      pause = Math.min(8000, pause * 2)
      break
    }
    pause = 1000
    queue.shift()
    keep()
    if (first.do === 'write') written(first, reply)
  }
  isSending = false
}
const written = (fields, reply) => {
  put('sent', reply.done ? words.kept : words.notTaken)
  if (reply.done && one('nameless').hidden === false) return
  addYours(fields.id, fields.body)
}
const addYours = (id, body) => {
  show('yours', true)
  const list = one('yours-list')
  let item = list.querySelector(`[data-id="${id}"]`)
  if (!item) {
    item = element('li', 'text')
    item.dataset.id = id
    list.append(item)
  }
  item.textContent = body
}
const send = (fields) => {
  queue.push({ id: newId(), ...fields })
  keep()
  void flush()
}

let state = null
let deadline = 0
let spoken = ''
const say = (text) => {
  if (text !== spoken) put('say', text)
  spoken = text
}

const clock = () => {
  if (!state) return
  const left = state.room.isPaused ? state.room.leftMs : deadline - performance.now()
  const seconds = Math.max(0, Math.ceil(left / 1000))
  put('left', `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`)
  const { minutes } = state.room.step
  put('total', state.room.isPaused ? words.paused : left <= 0 ? words.late : fill(words.left, { minutes }))
  const share = Math.max(0, Math.min(1, left / (minutes * 60000)))
  one('ring').style.strokeDasharray = `${(share * 603.2).toFixed(1)} 604`
  if (state.room.isPaused) return
  // Not each second: at five minutes and at one.
  if (seconds === 300) say(fill(words.minutesLeft, { minutes: 5 }))
  if (seconds === 60) say(words.minuteLeft)
}
setInterval(clock, 1000)

const mark = (person) => {
  const made = element('span', `mark ${families[person.voice]}`)
  made.ariaHidden = 'true'
  made.append(element('span', '', [...person.name][0] ?? ''))
  return made
}
const families = JSON.parse(main.dataset.families)

const stateOf = (person) => {
  if (person.turn) return words[person.turn]
  if (person.silent) return words.listensMark
  return person.ready ? words.ready : person.raised ? words.raised : ''
}

const people = () => {
  const { room, own } = state
  const shown = room.people.filter((one) => (room.hasRound ? one.turn : one.here))
  put('people-title', room.hasRound ? words.round : words.people)
  show('may-pass', room.hasRound)
  one('people').replaceChildren(
    ...shown.map((person) => {
      const item = element('li', person.turn === 'now' ? 'on' : '')
      const isMe = person.place === own.place
      item.append(mark(person), element('b', '', isMe ? `${person.name} (${words.you})` : person.name))
      const said = stateOf(person)
      if (said) item.append(element('span', `is ${person.turn ?? ''}`, said))
      return item
    }),
  )
  const silent = room.people.filter((one) => one.silent && one.here)
  show('listen', silent.length > 0)
  put('listeners', fill(words.listening, { names: silent.map(({ name }) => name).join(', ') }))
}

const wall = () => {
  const { texts, more } = state.wall
  const step = state.room.steps.find(({ is }) => is === 'now')
  const mine = state.own.places.find(({ place }) => place === state.own.place)
  show('wall-part', texts.length > 0)
  const names = new Map(state.room.people.map(({ place, name }) => [place, name]))
  one('wall').replaceChildren(
    ...texts.map((text) => {
      const item = element('li', 'text')
      item.append(element('p', '', text.body), element('i', '', names.get(text.place) ?? words.nobody))
      if (step?.input === 'vote') {
        item.append(element('span', 'is', fill(words.votes, { count: text.votes })))
        if (mine?.may) {
          const give = element('button', '', words.dot)
          give.addEventListener('click', () => send({ ...here(), do: 'write', body: text.key }))
          item.append(give)
        }
      }
      return item
    }),
  )
  put('more', more > 0 ? fill(words.more, { count: more }) : '')
  put('dots', step?.dots ? fill(words.dots, { count: mine?.dotsLeft ?? 0 }) : '')
}

const here = () => ({ step: state.room.step.key, round: String(state.room.step.round) })

const own = () => {
  const { room } = state
  const me = room.people.find(({ place }) => place === state.own.place) ?? {}
  const mine = state.own.places.find(({ place }) => place === state.own.place) ?? {}
  const step = room.steps.find(({ is }) => is === 'now') ?? {}
  const writes = mine.may && ['text', 'cards'].includes(step.input) && !(step.isAnonymous && step.isOpen)
  show('write', writes)
  show('sealed', step.isSealed === true && !step.isOpen)
  show('nameless', step.isAnonymous === true)
  show('open', step.isOpen === true)
  show('you-listen', mine.isSilent === true)
  show('do-raise', !mine.isSilent && !me.raised)
  show('do-lower', me.raised === true)
  show('do-pass', me.turn === 'now' || me.turn === 'later')
  show('do-spoke', me.turn === 'now')
  show('do-ready', writes && !me.ready)
  show('do-unready', me.ready === true)
  put('turn', me.turn === 'now' ? words.yourTurn : me.invited ? words.invitedYou : '')
  show('turn', me.turn === 'now' || me.invited === true)
  return me
}

let at = `${main.dataset.step}/${main.dataset.round}`
const tell = (next) => {
  if (!state && main.dataset.step === undefined) return location.reload()
  if (state && next.room.version < state.room.version) return
  if (next.room.isOver) return location.assign(main.dataset.root)
  const before = state
  state = next
  deadline = performance.now() + next.room.leftMs
  const { key, round } = next.room.step
  const isOther = at !== `${key}/${round}`
  at = `${key}/${round}`
  if (isOther) leaveStep()
  const step = head()
  people()
  wall()
  const me = own()
  clock()
  const had = before?.room.people.find(({ place }) => place === me.place)
  if (isOther) say(`${fill(words.step, next.room.step)}: ${step.title[language]}`)
  else if (me.turn === 'now' && had?.turn !== 'now') say(words.yourTurn)
}

const timeOf = (moment) => {
  const options = { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: main.dataset.zone }
  const time = new Date(moment).toLocaleTimeString(language, options)
  return language === 'nl' ? time.replace(':', '.') : time
}

const head = () => {
  const { room } = state
  const step = room.steps.find(({ is }) => is === 'now')
  put('pos', fill(words.step, room.step))
  put('ends', fill(words.ends, { time: timeOf(room.endsAt) }))
  put('title', step.title[language])
  put('prompt', step.prompt[language])
  one('bar').replaceChildren(
    ...room.steps.map(({ is, isShadow }) => element('span', `${is} ${isShadow ? 'shadow' : ''}`)),
  )
  // What the meeting began with stands there while it begins.
  if (room.step.at > 1) show('opening', false)
  const shadowAt = room.steps.findIndex(({ is, isShadow }) => is === 'to-come' && isShadow)
  show('shadow', shadowAt >= 0)
  if (shadowAt >= 0) {
    put('shadow-at', fill(words.shadowSoon, { at: shadowAt + 1 }))
    put('shadow-prompt', room.steps[shadowAt].prompt[language])
  }
  return step
}

// What was typed for a step that is over is not thrown away: it is sent for that step, if that still takes it.
let typedFor = null
const leaveStep = () => {
  const field = one('body')
  const typed = field.value.trim()
  if (typed !== '' && typedFor) send({ ...typedFor, do: 'write', body: typed })
  field.value = ''
  keepTyped()
  put('sent', '')
  show('yours', false)
  one('yours-list').replaceChildren()
  typedFor = null
}
const keepTyped = () => {
  try {
    const body = one('body').value
    if (body) localStorage.setItem(`${store} typed`, JSON.stringify({ at, body }))
    else localStorage.removeItem(`${store} typed`)
  } catch {}
}
one('body')?.addEventListener('input', () => {
  if (state) typedFor ??= here()
  keepTyped()
})
try {
  const typed = JSON.parse(localStorage.getItem(`${store} typed`))
  if (typed?.at === at && one('body').value === '') one('body').value = typed.body
} catch {}
one('write')?.addEventListener('submit', (event) => {
  event.preventDefault()
  const field = one('body')
  const body = field.value.trim()
  if (body === '' || !state) return
  send({ ...(typedFor ?? here()), do: 'write', body })
  typedFor = null
  field.value = ''
  keepTyped()
})
for (const button of document.querySelectorAll('[data-do]')) {
  button.addEventListener('click', (event) => {
    event.preventDefault()
    if (!state) return
    const is = button.dataset.is
    send({ ...here(), do: button.dataset.do, ...(is && { is }), turn: state.own.place })
  })
}

let source = null
const open = () => {
  source?.close()
  source = new EventSource(`${base}/events`)
  source.addEventListener('live', (event) => tell(JSON.parse(event.data)))
  source.addEventListener('open', () => {
    put('line', words.connected)
    void flush()
  })
  source.addEventListener('error', () => {
    put('line', words.away)
    // A refusal closes the stream for good: ask again, since the server may only have been starting.
    if (source.readyState === 2) setTimeout(open, 2000)
  })
}
document.documentElement.className = 'js'
addEventListener('online', flush)
// A phone that slept may hold a line that is dead.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) open()
})
open()
void flush()
