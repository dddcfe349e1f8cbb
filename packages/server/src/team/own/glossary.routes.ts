import { AppError } from '@weerklank/core/shared/errors'
import { glossaryWordId, meaningId } from '@weerklank/core/shared/ids'
import { tidy } from '@weerklank/core/shared/text-input'
import { glossaryEndpoints } from '@weerklank/core/team/glossary.contract'
import type { Hono, Context as HonoContext } from 'hono'
import { readForm } from '../../http/form-body.ts'
import type { Told, Typed } from '../../http/own-fields.ts'
import type { Trx } from '../../schema.ts'
import { todayAt } from '../circle.at.ts'
import * as glossary from '../glossary.ts'
import { glossaryPage } from './glossary.page.ts'
import { answerCircle, circleOf, noteInCircle, type OwnCircleDeps, sendCircle } from './own.door.ts'
import { formInCircle } from './own.form.ts'
import type { OwnCircle } from './own.section.ts'
import { ownAt } from './words.at.ts'
import { ownWordsFor } from './words.text.ts'

/** A thousand signs of four code points each, percent-encoded. */
const formSize = { bytes: 64 * 1024, fields: 10 }

/** The words of a circle by link: read, explained and agreed on by everybody, without an account and without a script. */
export function serveOwnGlossary(app: Hono, deps: OwnCircleDeps): void {
  app.get('/n/:token/woorden', (c) =>
    answerCircle(c, deps, async () => {
      const done = c.req.query('bewaard') === '1' ? 'kept' : c.req.query('weg') === '1' ? 'gone' : null
      const made = await circleOf(c, deps, async (trx, page) => {
        await noteInCircle(trx, deps, { page, action: 'circle.glossary-read' })
        const told: Told = done === null ? null : { kind: 'kept', text: ownWordsFor(page.listener)[done] }
        return show(trx, deps, { page, told, typed: new Map() })
      })
      return sendCircle(c, made)
    }),
  )
  app.post('/n/:token/woorden', (c) => answerCircle(c, deps, () => write(c, deps)))
}

type Shown = { page: OwnCircle; told: Told; typed: Typed }

async function show(trx: Trx, deps: OwnCircleDeps, shown: Shown): Promise<string> {
  const loaded = await glossary.loadGlossary(trx, ownAt(shown.page, deps.world))
  return glossaryPage({ ...shown, glossary: loaded, id: deps.world.newId() })
}

async function write(c: HonoContext, deps: OwnCircleDeps): Promise<Response> {
  const typed: Typed = new Map(await readForm(c, formSize))
  return formInCircle(c, deps, async (trx, page) => {
    const wrong = await act(trx, deps, { page, typed })
    if (wrong === null) return { below: '/woorden', said: typed.get('do') === 'weg' ? 'weg=1' : 'bewaard=1' }
    return { again: await show(trx, deps, { page, typed, told: wrong.told }), status: wrong.status }
  })
}

type Wrong = { told: Told; status: 409 | 422 } | null
type Acting = { page: OwnCircle; typed: Typed }

/** Does what was asked; gives what is the matter when that can be mended. */
async function act(trx: Trx, deps: OwnCircleDeps, { page, typed }: Acting): Promise<Wrong> {
  const at = ownAt(page, deps.world)
  const note = (action: Parameters<typeof noteInCircle>[2]['action']) =>
    noteInCircle(trx, deps, { page, action })
  if (typed.get('do') === 'woord') return addWord(trx, deps, { page, typed })
  const word = wordOf(typed)
  switch (typed.get('do')) {
    case 'bedoel':
      return giveMeaning(trx, deps, { page, typed })
    case 'afspraak':
      return agreeOn(trx, deps, { page, typed })
    case 'anders':
    case 'zelfde':
      await glossary.sayDiffers(trx, at, { word, differs: typed.get('do') === 'anders' })
      await note('circle.word-differs')
      return null
    case 'weg': {
      const meaning = meaningId.safeParse(typed.get('meaning'))
      if (!meaning.success) throw new AppError('not-found')
      await glossary.removeMeaning(trx, at, meaning.data)
      await note('circle.meaning-removed')
      return null
    }
    default:
      throw new AppError('invalid-input')
  }
}

function wordOf(typed: Typed) {
  const read = glossaryWordId.safeParse(typed.get('word'))
  if (!read.success) throw new AppError('not-found')
  return read.data
}

/** What is the matter with a text, in the field where it was typed. */
function wrongText(page: OwnCircle, field: string, text: string): Wrong {
  const words = ownWordsFor(page.listener)
  return {
    told: { kind: 'wrong', field, text: tidy(text) === '' ? words.missing : words.tooLong },
    status: 422,
  }
}

async function addWord(trx: Trx, deps: OwnCircleDeps, { page, typed }: Acting): Promise<Wrong> {
  const { body } = glossaryEndpoints.addGlossaryWord
  const raw = typed.get('new') ?? ''
  const id = glossaryWordId.safeParse(typed.get('id'))
  if (!id.success) throw new AppError('invalid-input')
  const read = body.safeParse({ id: id.data, word: raw })
  if (!read.success) return wrongText(page, 'new', raw)
  try {
    await glossary.addWord(trx, ownAt(page, deps.world), read.data)
  } catch (error) {
    const why = error instanceof AppError ? error.fields.word : undefined
    const words = ownWordsFor(page.listener)
    const text = why === 'known' ? words.known : why === 'too-many' ? words.tooMany : null
    if (text === null) throw error
    return { told: { kind: 'wrong', field: 'new', text }, status: 422 }
  }
  await noteInCircle(trx, deps, { page, action: 'circle.word-added' })
  return null
}

async function giveMeaning(trx: Trx, deps: OwnCircleDeps, { page, typed }: Acting): Promise<Wrong> {
  const word = wordOf(typed)
  const field = `mine-${word}`
  const raw = typed.get(field) ?? ''
  const from = typed.get(`from-${word}`) === 'table' ? 'table' : 'me'
  const read = glossaryEndpoints.giveMeaning.body.safeParse({ text: raw, from })
  if (!read.success) return wrongText(page, field, raw)
  await glossary.giveMeaning(trx, ownAt(page, deps.world), { word, ...read.data })
  // Who handed something to the table stands nowhere: the record only says that she looked.
  const action = from === 'me' ? 'circle.meaning-given' : 'circle.glossary-read'
  await noteInCircle(trx, deps, { page, action })
  return null
}

async function agreeOn(trx: Trx, deps: OwnCircleDeps, { page, typed }: Acting): Promise<Wrong> {
  const word = wordOf(typed)
  const field = `agreed-${word}`
  const raw = typed.get(field) ?? ''
  const at = ownAt(page, deps.world)
  const base = Number(typed.get('base') ?? '0')
  const read = glossaryEndpoints.agreeOnMeaning.body.safeParse({
    base,
    text: raw,
    on: todayAt(at),
    meeting: null,
  })
  if (!read.success) return wrongText(page, field, raw)
  try {
    await glossary.agreeOn(trx, at, { word, ...read.data })
  } catch (error) {
    // Told with the meaning that came in between, unless nothing new is asked any more.
    const isLate = error instanceof AppError && error.code === 'conflict' && error.fields.circle === undefined
    if (!isLate) throw error
    return { told: null, status: 409 }
  }
  await noteInCircle(trx, deps, { page, action: 'circle.meaning-agreed' })
  return null
}
