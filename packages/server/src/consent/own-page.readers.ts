import { instrumentKey } from '@weerklank/core/feedback/instrument'
import { AppError } from '@weerklank/core/shared/errors'
import { type MemberId, type ResponseId, responseId } from '@weerklank/core/shared/ids'
import { fill } from '@weerklank/core/shared/spoken'
import type { Hono, Context as HonoContext } from 'hono'
import { sql } from 'kysely'
import { setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import { readForm } from '../http/form-body.ts'
import { html } from '../http/html.ts'
import type { Trx } from '../schema.ts'
import { peopleIn } from './own-data.repository.ts'
import { ownChecksWordsFor } from './own-page.checks.text.ts'
import { recordOn } from './own-page.deeds.ts'
import { answer, frameOf, type OwnPageDeps, opened, ownRoots, Redirect, sendOwn } from './own-page.door.ts'
import { type OwnForm, ownFormsOf } from './own-page.forms.ts'
import { type OwnFrame, ownDocument, to } from './own-page.frame.ts'
import { takeOutRestated } from './own-page.restated.ts'
import type { OwnPage } from './own-page.ts'

/** Choosing who may read an answer: everybody who takes part, one of them, or nobody. */
export function serveOwnReaders(app: Hono, deps: OwnPageDeps): void {
  for (const root of ownRoots) {
    const path = `${root}/antwoorden/:response`
    app.get(path, (c) =>
      answer(c, deps, async () =>
        sendOwn(c, await opened(c, deps, (trx, page) => show(trx, page, { c, isWrong: false }))),
      ),
    )
    app.post(path, (c) => answer(c, deps, () => choose(c, deps)))
  }
}

type Asked = { c: HonoContext; isWrong: boolean }

async function show(trx: Trx, page: OwnPage, { c, isWrong }: Asked): Promise<string> {
  const found = (await ownForm(trx, page, c)) ?? (await ownAnswer(trx, page, c))
  await recordOn(trx, page, { action: 'own-page.opened' })
  const told = isWrong ? 'wrong' : c.req.query('bewaard') === undefined ? null : 'kept'
  return readersPage(frameOf(c, page), { found, told })
}

async function choose(c: HonoContext, deps: OwnPageDeps): Promise<Response> {
  const said = new Map(await readForm(c)).get('wie')
  const html = await opened(c, deps, async (trx, page) => {
    const form = await ownForm(trx, page, c)
    if (form !== undefined) return chooseForForm(trx, page, { c, said, form })
    const found = await ownAnswer(trx, page, c)
    const readers = readersIn(said, found)
    if (readers === undefined) return show(trx, page, { c, isWrong: true })
    await keepReaders(trx, page, { found, readers, deps })
    throw new Redirect(`${c.req.path}?lang=${page.listener.language}&bewaard=1`, [found.relation])
  })
  return sendOwn(c, html, 422)
}

/** What was chosen; undefined when it is none of what was offered. */
function readersIn(
  said: string | undefined,
  { colleagues }: Pick<OwnAnswerFound, 'colleagues'>,
): MemberId[] | null | undefined {
  if (said === 'allen') return null
  if (said === 'niemand') return []
  const one = colleagues.find(({ member }) => member === said)
  return one === undefined ? undefined : [one.member]
}

/** A form that she filled in, by its address; undefined when it is none of hers. */
async function ownForm(trx: Trx, page: OwnPage, c: HonoContext): Promise<OwnForm | undefined> {
  return (await ownFormsOf(trx, page)).find(({ id }) => id === c.req.param('response'))
}

type FormChoice = { c: HonoContext; said: string | undefined; form: OwnForm }

/** A form leads to nothing else, so that the choice is about itself alone. */
async function chooseForForm(trx: Trx, page: OwnPage, { c, said, form }: FormChoice): Promise<string> {
  const readers = readersIn(said, form)
  if (readers === undefined) return show(trx, page, { c, isWrong: true })
  await setContext(trx, { ...page.context, purpose: 'readers' })
  await trx.updateTable('form_response').set({ readers }).where('id', '=', form.id).execute()
  await setContext(trx, page.context)
  const subject = { kind: 'form-response', id: form.id }
  await recordOn(trx, page, { action: 'form-response.readers', subject })
  throw new Redirect(`${c.req.path}?lang=${page.listener.language}&bewaard=1`, [form.relation])
}

type OwnAnswerFound = Awaited<ReturnType<typeof ownAnswer>>

/** One of her own answers. Of half a mutual picture there is nothing to choose: it was told beforehand who reads it. */
async function ownAnswer(trx: Trx, page: OwnPage, c: HonoContext) {
  const id = responseId.safeParse(c.req.param('response')).data
  if (id === undefined) throw new AppError('not-found')
  const row = await trx
    .selectFrom('response')
    .select(['id', 'relation_id', 'participant_id', 'answered_at', 'readers'])
    .select(['instrument_id', 'instrument_version', 'answers'])
    .where('id', '=', id)
    .where('participant_id', '=', anyOf(page.places.map((place) => place.id)))
    .executeTakeFirst()
  if (row === undefined || (await isHalf(trx, id))) throw new AppError('not-found')
  const people = await peopleIn(trx, [row.relation_id])
  const colleagues = people.flatMap(({ member_id: member, name }) =>
    member === null ? [] : [{ member, name }],
  )
  const { relation_id: relation, participant_id: participant, answered_at: answeredAt, readers } = row
  const { instrument_id: instrument, instrument_version: version, answers } = row
  return { id, relation, participant, answeredAt, readers, colleagues, instrument, version, answers }
}

async function isHalf(trx: Trx, response: ResponseId): Promise<boolean> {
  const rows = await trx
    .selectFrom('mutual_picture')
    .select('id')
    .where('response_id', '=', response)
    .execute()
  return rows.length > 0
}

/** With the answer goes what was said with it, and each occasion to talk that tells what was answered, whosever it is. */
async function keepReaders(
  trx: Trx,
  page: OwnPage,
  { found, readers, deps }: { found: OwnAnswerFound; readers: MemberId[] | null; deps: OwnPageDeps },
): Promise<void> {
  const choosing = { ...page.context, purpose: 'readers' } as const
  await setContext(trx, choosing)
  await trx.updateTable('response').set({ readers }).where('id', '=', found.id).execute()
  await trx.updateTable('agreement_echo').set({ readers }).where('response_id', '=', found.id).execute()
  await trx.updateTable('signal').set({ readers }).where('response_id', '=', found.id).execute()
  await trx
    .updateTable('invitation')
    .set({ kept_apart_at: readers === null ? null : found.answeredAt })
    .where('response_id', '=', found.id)
    .execute()
  if (readers !== null) {
    const asked = deps.content.instruments.get(
      instrumentKey({ id: found.instrument, version: found.version }),
    )
    await takeOutRestated(trx, { ...found, asked }, choosing)
  }
  // A list is ordered by what is for all: the place of a collaboration in it tells nobody what is not hers to read.
  await setContext(trx, { workspace: page.workspace.id, actor: 'system', relations: [found.relation] })
  await sql`
    update relation set attention_at = (select max(opened_at) from signal
      where relation_id = ${found.relation} and outcome is null and readers is null)
    where id = ${found.relation}`.execute(trx)
  await setContext(trx, page.context)
  await recordOn(trx, page, { action: 'response.readers', subject: { kind: 'response', id: found.id } })
}

type Shown = {
  found: Pick<OwnAnswerFound, 'readers' | 'colleagues'> & { id: string }
  told: 'kept' | 'wrong' | null
}

function readersPage(frame: OwnFrame, { found, told }: Shown): string {
  const words = ownChecksWordsFor(frame.listener)
  const { readers, colleagues, id } = found
  const now = readers === null ? 'allen' : (readers[0] ?? 'niemand')
  const names = colleagues.map(({ name }) => name).join(', ')
  const options: [value: string, text: string][] = [
    ['allen', fill(words.everyone, { names })],
    // With one colleague that is the same as everybody.
    ...(colleagues.length < 2
      ? []
      : colleagues.map(({ member, name }): [string, string] => [member, fill(words.onlyOne, { name })])),
    ['niemand', words.nobody],
  ]
  const radios = options.map(
    ([value, text]) =>
      html`<label><input type="radio" name="wie" value="${value}" required${value === now ? html` checked` : null}> ${text}</label>`,
  )
  return ownDocument(frame, {
    title: words.who,
    below: `/antwoorden/${id}`,
    main: html`<h1>${words.who}</h1>
      ${told === 'kept' ? html`<p class="box" role="status">${words.kept}</p>` : null}
      ${told === 'wrong' ? html`<p class="box e" role="alert">${words.chooseOne}</p>` : null}
      <p>${words.whoIntro}</p><p>${words.alreadyRead} ${words.known}</p>
      <form method="post" action="${to(frame, `/antwoorden/${id}`)}"><fieldset><legend>${words.who}</legend>${radios}</fieldset>
      <button class="go">${words.keep}</button></form>
      <p><a href="${to(frame, '/antwoorden')}">${words.title}</a></p>`,
  })
}
