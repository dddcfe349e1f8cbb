import { readFileSync } from 'node:fs'
import type { LivePersonNow, LiveStepNow, LiveView } from '@weerklank/core/dialogue/live.contract'
import { type VoiceFamily, voiceFamily, voices } from '@weerklank/core/relation/relation'
import { fill } from '@weerklank/core/shared/spoken'
import { clock } from '@weerklank/core/shared/time'
import { type Html, html, raw } from '../../http/html.ts'
import { directions, otherLanguages, productMark } from '../../http/page.ts'
import { compactStyle, pageStyle } from '../../http/page-style.ts'
import { writtenPagePolicy } from '../../http/security-headers.ts'
import { type GuestFrame, to } from './guest.frame.ts'
import { type GuestLiveWords, guestLiveWordsFor } from './live.text.ts'

const source = readFileSync(new URL('./browser/live.js', import.meta.url), 'utf8')
const script = `(()=>{${source.replace(/^ +/gm, '')}})()`

/** One look for everybody at the table: the clock first, then the question, then who speaks. */
const style = compactStyle(`${pageStyle}
.box > :last-child { margin-bottom: 0 }
.box, section { overflow-wrap: anywhere }
.warm { background: #fdf1e3; color: #1b2430 }
section { margin: 28px 0; border-top: 1px solid var(--line); padding-top: 16px }
ul { list-style: none; padding: 0; margin-bottom: 16px }
i { color: var(--soft) }
.q { display: block; margin-top: 16px }
.b { display: block; padding: 12px; border: 1px solid var(--soft); border-radius: 8px; text-align: center }
@media print { form, .b { display: none } }
#live { text-align: center }
#live .row { color: var(--soft) }
#bar { display: flex; gap: 6px; margin: 4px 0 20px }
#bar span { flex: 1; height: 6px; border-radius: 3px; background: var(--line) }
#bar .done { background: var(--kept) }
#bar .now { background: var(--main) }
#bar .to-come.shadow { background: #d9a066 }
.clock { position: relative; width: 232px; height: 232px; margin: 12px auto 24px }
.clock svg { transform: rotate(-90deg) }
.clock circle { fill: none; stroke: var(--line); stroke-width: 10 }
.clock #ring { stroke: var(--main); stroke-linecap: round }
.clock div { position: absolute; inset: 64px 28px }
#left { display: block; font-size: 3rem; line-height: 1.1; font-weight: 700; font-variant-numeric: tabular-nums }
#total { color: var(--soft); font-size: .875rem }
#prompt { font-size: 1.375rem; line-height: 1.35; font-weight: 700 }
#live section, #live form, #live .box { text-align: start }
#people { display: grid; grid-template-columns: repeat(auto-fill, minmax(7rem, 1fr)); gap: 8px; border: 0 }
#people li { border: 2px solid transparent; border-radius: 8px; padding: 12px 4px; text-align: center }
#people .on { border-color: var(--main) }
#people b, .is { display: block }
.is { color: var(--soft) }
.spoke { color: var(--kept) }
.on .is { color: var(--main); font-weight: 700 }
.mark { display: inline-grid; place-items: center; width: 40px; height: 40px; color: #fff; font-weight: 700; margin: 4px }
.client { background: #0b5394; border-radius: 50% }
.kin { background: #a94e00; border-radius: 6px }
.professional { background: #00694f; border-radius: 50% 50% 50% 4px }
.partner { background: #7b3280; transform: rotate(45deg) scale(.78) }
.partner span { transform: rotate(-45deg) scale(1.28) }
.listen { border: 1px dashed var(--soft); background: none }
.text { border: 1px solid var(--line); border-radius: 8px; padding: 12px; margin-bottom: 8px; white-space: pre-wrap }
.acts { position: sticky; bottom: 0; background: var(--paper); border-top: 1px solid var(--line); padding: 12px 0; margin-top: 24px }
.acts p { margin-bottom: 8px; color: var(--soft) }
.acts div { display: flex; flex-wrap: wrap; gap: 12px }
.acts button { flex: 1 8rem; padding: 10px }
.acts .first { flex: 2 12rem; background: var(--main); color: var(--paper) }
#live .leave { border: 0; background: none; text-decoration: underline; font-weight: 400 }
#turn { color: var(--main); font-weight: 700 }
[hidden] { display: none !important }
.js .plain { display: none }
.hid { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap }
`)

/** Its own style and its own script, by their hashes; it asks our own server, and nothing else. */
export const guestLivePolicy = writtenPagePolicy({ style, script })

export type GuestLive = GuestFrame & {
  timeZone: string
  title: string
  /** Null: it has not begun. */
  view: LiveView | null
  /** What earlier meetings left open: shown until the first step is over. */
  opening: Html | null
  /** What a text gets that is sent without a script: a page that is sent twice is one text. */
  nextId: string
}

const families: Readonly<Record<string, VoiceFamily>> = Object.fromEntries(
  voices.map((voice) => [voice, voiceFamily(voice)]),
)

/** The page of a guest while the meeting is held. Without a script it is read again every now and then. */
export function guestLivePage(page: GuestLive): string {
  const words = guestLiveWordsFor(page.listener)
  if (page.view === null) {
    return document(page, {
      main: html`<h1>${words.soon}</h1><p>${words.soonText}</p>${page.opening}${refresh(page, words)}`,
      isReread: true,
    })
  }
  const { view } = page
  const step = view.room.steps.find(({ is }) => is === 'now')
  if (step === undefined || view.room.isOver) {
    return document(page, {
      main: html`<h1>${words.over}</h1><p>${words.overText}</p><a class="b" href="${to(page, '')}">${words.onward}</a>`,
      isReread: false,
    })
  }
  const takes = step.input === 'text' || step.input === 'cards'
  const writes = takes && view.own.places.some(({ place, may }) => place === view.own.place && may)
  return document(page, { main: live({ ...page, view, step, words, writes }), isReread: !writes })
}

type Shown = GuestLive & { view: LiveView; step: LiveStepNow; words: GuestLiveWords; writes: boolean }

function live(page: Shown): Html {
  const { view, words, listener, step } = page
  const { room } = view
  const { language } = listener
  const place = { at: String(room.step.at), of: String(room.step.of) }
  const time = clock(room.endsAt, language, page.timeZone)
  return html`<div class="row"><span id="pos">${fill(words.step, place)}</span><span id="ends">${fill(words.ends, { time })}</span></div>
    <div id="bar" aria-hidden="true">${room.steps.map(({ is, isShadow }) => html`<span class="${is}${isShadow ? ' shadow' : ''}"></span>`)}</div>
    <h1 id="title">${step.title[language]}</h1>
    ${clockPicture(page)}
    <p id="prompt">${step.prompt[language]}</p>
    <p id="say" class="hid" aria-live="polite"></p>
    ${room.step.at === 1 ? page.opening : null}${people(page)}${listening(page)}${shadowSoon(page)}${writing(page)}${wall(page)}${acts(page)}`
}

function clockPicture({ view, words }: Shown): Html {
  const { leftMs, step, isPaused } = view.room
  const seconds = Math.max(0, Math.ceil(leftMs / 1000))
  const left = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  const share = Math.max(0, Math.min(1, leftMs / (step.minutes * 60_000)))
  const said = isPaused
    ? words.paused
    : leftMs <= 0
      ? words.late
      : fill(words.left, { minutes: String(step.minutes) })
  return html`<div class="clock" role="timer" aria-label="${words.timeLeft}"><svg width="232" height="232" viewBox="0 0 232 232" aria-hidden="true"><circle cx="116" cy="116" r="96"/><circle id="ring" cx="116" cy="116" r="96" stroke-dasharray="${(share * 603.2).toFixed(1)} 604"/></svg><div><span id="left">${left}</span><span id="total">${said}</span></div></div>`
}

function people({ view, words }: Shown): Html {
  const { room, own } = view
  const shown = room.people.filter((one) => (room.hasRound ? one.turn !== undefined : one.here === true))
  return html`<section><h2 id="people-title">${room.hasRound ? words.round : words.people}</h2>
    <p id="may-pass"${hiddenUnless(room.hasRound)}>${words.mayPass}</p>
    <ul id="people">${shown.map((one) => person(one, own.place, words))}</ul></section>`
}

function person(one: LivePersonNow, own: string, words: GuestLiveWords): Html {
  const name = one.place === own ? `${one.name} (${words.you})` : one.name
  const said = one.turn
    ? words[one.turn]
    : one.silent
      ? words.listensMark
      : one.ready
        ? words.ready
        : one.raised
          ? words.raised
          : ''
  return html`<li class="${one.turn === 'now' ? 'on' : 'o'}"><span class="mark ${families[one.voice] ?? 'client'}" aria-hidden="true"><span>${[...one.name][0] ?? ''}</span></span><b>${name}</b>${said === '' ? null : html`<span class="is ${one.turn ?? 'o'}">${said}</span>`}</li>`
}

const hiddenUnless = (is: boolean) => (is ? null : raw(' hidden'))

function listening({ view, words }: Shown): Html {
  const silent = view.room.people.filter((one) => one.silent === true && one.here === true)
  const names = silent.map(({ name }) => name).join(', ')
  const mine = view.own.places.some(({ place, isSilent }) => place === view.own.place && isSilent)
  return html`<div id="listen" class="box listen"${hiddenUnless(silent.length > 0)}><p><b id="listeners">${fill(words.listening, { names })}</b></p><p>${words.listeningWhy}</p></div>
    <p id="you-listen"${hiddenUnless(mine)}><b>${words.youListen}</b></p>`
}

function shadowSoon({ view, words, listener }: Shown): Html {
  const at = view.room.steps.findIndex(({ is, isShadow }) => is === 'to-come' && isShadow)
  const prompt = view.room.steps[at]?.prompt[listener.language] ?? ''
  return html`<div id="shadow" class="box warm"${hiddenUnless(at >= 0)}><p id="shadow-at">${fill(words.shadowSoon, { at: String(at + 1) })}</p><p><b id="shadow-prompt">${prompt}</b></p></div>`
}

function writing({ view, words, writes, step, nextId }: Shown): Html {
  return html`<form id="write" method="post"${hiddenUnless(writes)}>${meant(view, nextId)}
    <label class="q">${words.write}<textarea id="body" name="body" rows="5" maxlength="40000"></textarea></label>
    <p id="sealed"${hiddenUnless(step.isSealed && !step.isOpen)}>${words.sealed}</p><p id="nameless"${hiddenUnless(step.isAnonymous)}>${words.nameless}</p><p id="open"${hiddenUnless(step.isOpen)}>${words.open}</p>
    <button class="go" name="do" value="write">${words.send}</button></form>
    <p id="sent" role="status"></p>
    <section id="yours"${hiddenUnless(view.written.length > 0)}><h2>${words.yours}</h2><ul id="yours-list">${view.written.map(({ id, body }) => html`<li class="text" data-id="${id}">${body}</li>`)}</ul></section>`
}

/** Where a form is meant for: sent to a meeting that went on, it changes nothing there. */
function meant({ room }: LiveView, id: string): Html {
  return html`<input type="hidden" name="step" value="${room.step.key}"><input type="hidden" name="round" value="${room.step.round}"><input type="hidden" name="id" value="${id}">`
}

function wall({ view, words, step, nextId }: Shown): Html {
  const names = new Map(view.room.people.map(({ place, name }) => [place, name]))
  const mine = view.own.places.find(({ place }) => place === view.own.place)
  const isVote = step.input === 'vote'
  const dot = (key: string) =>
    html`<span class="is">${fill(words.votes, { count: String(view.wall.texts.find((one) => one.key === key)?.votes ?? 0) })}</span>${mine?.may ? html`<form method="post" class="plain">${meant(view, nextId)}<input type="hidden" name="body" value="${key}"><button name="do" value="write">${words.dot}</button></form>` : null}`
  const { texts, more } = view.wall
  return html`<section id="wall-part"${hiddenUnless(texts.length > 0)}><h2>${words.wall}</h2><p id="dots">${isVote ? fill(words.dots, { count: String(mine?.dotsLeft ?? 0) }) : ''}</p>
    <ul id="wall">${texts.map((text) => html`<li class="text"><p>${text.body}</p><i>${(text.place && names.get(text.place)) ?? words.nobody}</i>${isVote ? dot(text.key) : null}</li>`)}</ul><p id="more">${more > 0 ? fill(words.more, { count: String(more) }) : ''}</p></section>`
}

/** The few things one does while others talk. Each is a button of a form, so that it works without a script. */
function acts({ view, words, writes, nextId, ...page }: Shown): Html {
  const me = view.room.people.find(({ place }) => place === view.own.place)
  const silent = view.own.places.some(({ place, isSilent }) => place === view.own.place && isSilent)
  const inRound = me?.turn === 'now' || me?.turn === 'later'
  const act = (name: string, of: { does: string; is?: boolean; says: string; may: boolean; first?: true }) =>
    html`<button id="do-${name}" name="do" value="${of.does}${of.is === undefined ? '' : `-${of.is}`}" data-do="${of.does}" data-is="${of.is === undefined ? '' : String(of.is)}"${of.first ? raw(' class=first') : null}${hiddenUnless(of.may)}>${of.says}</button>`
  return html`<form class="acts" method="post">${meant(view, nextId)}
    <p id="turn"${hiddenUnless(me?.turn === 'now' || me?.invited === true)} role="status">${me?.turn === 'now' ? words.yourTurn : me?.invited ? words.invitedYou : ''}</p>
    <p>${words.onlyHere} <span id="line"></span></p><div>
    ${act('spoke', { does: 'spoke', says: words.spokeNow, may: me?.turn === 'now', first: true })}
    ${act('raise', { does: 'raise', is: true, says: words.raise, may: !silent && me?.raised !== true, first: true })}
    ${act('lower', { does: 'raise', is: false, says: words.lower, may: me?.raised === true })}
    ${act('pass', { does: 'pass', says: words.pass, may: inRound })}
    ${act('ready', { does: 'ready', is: true, says: words.setReady, may: writes && me?.ready !== true })}
    ${act('unready', { does: 'ready', is: false, says: words.setNotReady, may: me?.ready === true })}</div></form><form method="post">${meant(view, nextId)}<button class="leave" name="do" value="leave">${words.leave}</button></form>${refresh(page, words)}`
}

const refresh = (frame: GuestFrame, words: GuestLiveWords) =>
  html`<p class="plain"><a href="${to(frame, '/live')}">${words.refresh}</a></p>`

/** So often a page without a script is read again, where nobody is typing. */
const rereadSeconds = 15

function document(page: GuestLive, of: { main: Html; isReread: boolean }): string {
  const { listener, view } = page
  const { language } = listener
  const other = otherLanguages[language]
  const step = view?.room.step
  const words = JSON.stringify(guestLiveWordsFor(listener))
  return html`<!doctype html>
<html lang="${language}" dir="${directions[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${page.title} – ${page.workspace ?? 'Weerklank'}</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
${of.isReread ? html`<noscript><meta http-equiv="refresh" content="${rereadSeconds}"></noscript>` : null}
</head>
<body>
<header>${productMark}<b>${page.title}</b><a href="${page.root}/live?lang=${other}" lang="${other}">${other === 'en' ? 'English' : 'Nederlands'}</a></header>
<main id="live" data-words="${words}" data-families="${JSON.stringify(families)}" data-zone="${page.timeZone}" data-root="${to(page, '')}"${step === undefined ? null : html` data-step="${step.key}" data-round="${step.round}"`}>${of.main}</main>
${view?.room.isOver ? null : html`<script>${raw(script)}</script>`}
</body>
</html>`.text
}
