import { assertNever } from '@weerklank/core/shared/assert-never'
import { fill } from '@weerklank/core/shared/spoken'
import { weekdayDate } from '@weerklank/core/shared/time'
import { type Html, html } from '../http/html.ts'
import { documentOf, languageLinks } from './respond.frame.ts'
import type { LinkProblem, LinkProblemModel, PageFrame } from './respond.model.ts'
import { allNames } from './respond.names.ts'
import { type Words, wordsFor } from './respond.text.ts'

/** What a page says instead of the questions: what is so, what one can do, and the one action if there is one. */
type Explanation = { title: string; texts: readonly string[]; action?: Html }

/** The page for a link that does not lead to the questions. The status is the route's. */
export function linkProblemPage(model: LinkProblemModel): string {
  const { problem } = model
  const { title, texts, action } = explain(model, problem, wordsFor(model.listener))
  return documentOf(model, {
    title,
    ...(problem.kind === 'not-now' ? { key: problem.key } : {}),
    main: html`<h1>${title}</h1>${texts.map((text) => html`<p>${text}</p>`)}${action ?? null}
      ${languageLinks(model, problem.kind === 'not-now' ? '' : model.path)}`,
  })
}

function explain(frame: PageFrame, problem: LinkProblem, words: Words): Explanation {
  const { kind } = problem
  switch (kind) {
    case 'unknown':
      return { title: words.unknownTitle, texts: [words.unknownText, words.unknownDo] }
    case 'expired':
      return {
        title: words.expiredTitle,
        texts: [words.expiredText, words.expiredDo],
        action: formOf({ action: `${frame.path}/renew`, button: words.renew }),
      }
    case 'ended': {
      const names = allNames(problem.seenBy, words)
      return { title: words.endedTitle, texts: [words.endedText, fill(words.endedDo, { names })] }
    }
    case 'revoked':
      return revoked(problem.by, words)
    case 'unavailable':
      return unavailable(frame, problem.resend, words)
    case 'too-large':
      return { title: words.tooLargeTitle, texts: [words.tooLargeText, words.tooLargeDo] }
    case 'not-now':
      return notNow(frame, problem, words)
    default:
      return assertNever(kind)
  }
}

function revoked(by: string | null, words: Words): Explanation {
  const title = by === null ? words.revokedTitle : fill(words.revokedByTitle, { name: by })
  return { title, texts: [words.revokedText, fill(words.revokedDo, { name: by ?? words.helper })] }
}

type Fields = readonly (readonly [name: string, value: string])[]

function unavailable(frame: PageFrame, resend: Fields | null, words: Words): Explanation {
  const action =
    resend === null
      ? html`<p><a href="${frame.path}">${words.tryAgain}</a></p>`
      : formOf({ action: frame.path, button: words.tryAgain, fields: resend })
  return { title: words.unavailableTitle, texts: [words.unavailableText, words.unavailableDo], action }
}

function notNow(frame: PageFrame, problem: LinkProblem & { kind: 'not-now' }, words: Words): Explanation {
  const day = weekdayDate(problem.until.at, frame.listener.language, problem.until.timeZone)
  return {
    title: words.notNowTitle,
    texts: [words.notNowText, fill(words.notNowUntil, { day })],
    action: html`<p><a href="${frame.path}?lang=${frame.listener.language}">${words.backToQuestions}</a></p>
      <p><a href="${frame.path}/vragen?lang=${frame.listener.language}">${words.askLess}</a></p>`,
  }
}

/** One button that sends what it needs, also without script. */
function formOf({ action, button, fields = [] }: { action: string; button: string; fields?: Fields }): Html {
  const hidden = fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)
  return html`<form method="post" action="${action}">${hidden}<button class="go">${button}</button></form>`
}
