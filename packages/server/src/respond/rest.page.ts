import { pauseWeeks } from '@weerklank/core/feedback/check-plan'
import { screenLanguage } from '@weerklank/core/shared/language'
import { fill, type Reader } from '@weerklank/core/shared/spoken'
import { type Instant, weekdayDate } from '@weerklank/core/shared/time'
import { inFurther } from '../http/further-languages.ts'
import { html } from '../http/html.ts'
import { documentOf, languageLinks } from './respond.frame.ts'
import type { PageFrame } from './respond.model.ts'

type State = { kind: 'none' | 'going' | 'stopped' } | { kind: 'paused'; until: Instant }
type Model = PageFrame & { state: State; timeZone: string; mayBeginAgain: boolean }

const dutch = (u: string, your: string) => ({
  title: 'Hoe vaak we vragen',
  none: `We vragen ${u} nu niets vanzelf.`,
  going: `Af en toe komt er vanzelf een vraag voor ${u}.`,
  paused: 'De vragen staan op pauze tot {day}.',
  stopped: 'Er komen geen vragen meer vanzelf.',
  free: `Kiezen mag altijd. Het verandert niets aan ${your} hulp.`,
  told: `Wie met ${u} werkt ziet wat ${u === 'u' ? 'u' : 'je'} kiest, zonder waarom.`,
  pause: 'Pauze van {weeks} weken',
  stop: 'Helemaal stoppen',
  again: 'Weer vragen',
  againElsewhere: `Weer beginnen kan met de link in ${your} mail, of op ${your} eigen pagina.`,
})

/** The Dutch sentences, in the polite form. */
export const restText: Readonly<Record<string, string>> = dutch('u', 'uw')

const english: ReturnType<typeof dutch> = {
  title: 'How often we ask',
  none: 'We do not ask you anything by ourselves now.',
  going: 'Now and then a question comes to you.',
  paused: 'The questions pause until {day}.',
  stopped: 'No more questions come by themselves.',
  free: 'You may choose at any time. It changes nothing about your help.',
  told: 'Who works with you sees what you choose, not why.',
  pause: 'Pause for {weeks} weeks',
  stop: 'Stop altogether',
  again: 'Ask me again',
  againElsewhere: 'Beginning again is done by the link in your mail, or on your own page.',
}

function wordsOf(reader: Reader): typeof english {
  const { language, address } = reader
  const source = address === 'u' ? dutch('u', 'uw') : dutch('jou', 'je')
  return inFurther('rest', screenLanguage(language) === 'en' ? english : source, reader)
}

/** What is asked by itself, and one button for each thing she can choose. */
export function restPage(model: Model): string {
  const { state, listener, path } = model
  const words = wordsOf(listener)
  const weeks = String(pauseWeeks)
  const day = state.kind === 'paused' ? weekdayDate(state.until, listener.language, model.timeZone) : ''
  const button = (choice: string, text: string) =>
    html`<p><button${choice === 'stop' ? null : html` class="go"`} name="doe" value="${choice}">${text}</button></p>`
  const again = model.mayBeginAgain ? button('weer', words.again) : html`<p>${words.againElsewhere}</p>`
  const buttons = {
    none: null,
    going: html`${button('pauze', fill(words.pause, { weeks }))}${button('stop', words.stop)}`,
    paused: html`${again}${button('stop', words.stop)}`,
    stopped: again,
  }[state.kind]
  return documentOf(model, {
    title: words.title,
    main: html`<h1>${words.title}</h1>
      <p role="status"><b>${fill(words[state.kind], { day })}</b></p>
      ${buttons === null ? null : html`<p>${words.free} ${words.told}</p>`}
      <form method="post" action="${path}/vragen?lang=${listener.language}">${buttons}</form>
      ${languageLinks(model, '')}`,
  })
}
